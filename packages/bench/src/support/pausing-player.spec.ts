import { PausingPlayer } from './pausing-player';

const delta = (atMs: number, ms: number) => ({
  type: 'response.output_audio.delta',
  atMs,
  body: { delta: Buffer.alloc(ms * 48).toString('base64') },
});
const event = (type: string, atMs: number) => ({ type, atMs, body: {} });

function play(...events: readonly Parameters<PausingPlayer['on']>[0][]): PausingPlayer {
  const player = new PausingPlayer(true);
  for (const one of events) player.on(one);
  return player;
}

it('plays on after a pause, from where it stopped', () => {
  const { played, pausesMs } = play(
    delta(0, 100),
    delta(10, 100),
    event('parley.output_audio.paused', 150),
    delta(160, 100),
    event('parley.output_audio.resumed', 400),
  );
  expect(played).toEqual([
    { fromMs: 0, toMs: 150 },
    { fromMs: 400, toMs: 550 },
  ]);
  expect(pausesMs).toEqual([250]);
});

it('drops what it holds when it is interrupted', () => {
  const player = play(
    delta(0, 500),
    event('parley.output_audio.paused', 200),
    event('input_audio_buffer.speech_started', 600),
  );
  expect(player.heardToMs).toBe(200);
  expect(play(delta(0, 500), event('input_audio_buffer.speech_started', 300)).heardToMs).toBe(300);
});

it('waits where it runs dry', () => {
  expect(play(delta(0, 100), delta(250, 100)).played).toEqual([
    { fromMs: 0, toMs: 100 },
    { fromMs: 250, toMs: 350 },
  ]);
});
