import { eventually, House } from './testing/house';

let house: House;
beforeEach(() => (house = new House()));
afterEach(() => house.close());

const pcm24k = (ms: number): Buffer => Buffer.alloc(ms * 48, 1);

test('recognisers that are not alike: a session is heard by one that has its model, and moves when that changes', async () => {
  const ear = await house.recogniser('stt-1', 'test/ear');
  const others = await Promise.all([2, 3, 4].map((n) => house.recogniser(`stt-${n}`, 'test/other')));
  await house.model();
  await house.voice();
  const { client, session } = await house.session();
  const hears = (model: string) =>
    session.receive({
      type: 'session.update',
      session: { type: 'realtime', audio: { input: { transcription: { model } } } },
    } as never);
  hears('test/ear');
  await eventually(() => ear.worker.opens.at(-1)?.config?.transcription?.model === 'test/ear');
  hears('test/other');
  await eventually(() =>
    others.some(({ worker }) => worker.opens.at(-1)?.config?.transcription?.model === 'test/other'),
  );
  hears('test/ear');
  const back = ear.worker.opens.length;
  await eventually(() => ear.worker.opens.length > back);
  const { length } = ear.worker.heard;
  session.appendAudio(pcm24k(500));
  await eventually(() => ear.worker.heard.length > length);
  ear.worker.turn(1, 0, 4_000, 'Over here.');
  const { transcript } = await client.event('conversation.item.input_audio_transcription.completed');
  expect(transcript).toBe('Over here.');
  expect(client.of('error')).toEqual([]);
}, 20_000);

describe('voices that are not alike', () => {
  const voice = (name: string) => ({ audio: { output: { voice: name } } });

  it.each(['session', 'response'])(
    'a %s goes on with the voice that only another has',
    async (whose) => {
      await house.recogniser();
      await house.model();
      const one = await house.voice('tts-1', 'a/one');
      const { client, session } = await house.session();
      await eventually(() => one.worker.stream !== undefined);
      const two = await house.voice('tts-2', 'b/two');
      const ofSession = whose === 'session';
      const spoken = voice(ofSession ? 'b/two' : 'a/one');
      session.receive({
        type: 'session.update',
        session: { type: 'realtime', ...spoken },
      } as never);
      session.receive({
        type: 'response.create',
        ...(ofSession ? {} : { response: voice('b/two') }),
      } as never);
      const { response } = await client.event('response.done');
      expect(response.status).toBe('completed');
      expect(one.worker.begins).toEqual([]);
      expect(two.worker.begins.map(({ voice: begun }) => begun)).toEqual(['b/two']);
      expect(client.of('error')).toEqual([]);
    },
    20_000,
  );

  test('an answer by a voice that nobody has ends, and says which voice it is', async () => {
    await house.recogniser();
    await house.model();
    await house.voice('tts-1', 'a/one');
    await house.voice('tts-2', 'b/two');
    const { client, session } = await house.session();
    session.receive({ type: 'response.create', response: voice('c/three') } as never);
    const { response } = await client.event('response.done');
    expect(response).toMatchObject({
      status: 'failed',
      status_details: { error: { code: 'tts_unavailable', message: expect.stringContaining("'c/three'") } },
    });
    session.receive({ type: 'response.create', response: voice('b/two') } as never);
    expect((await client.event('response.done', 1)).response.status).toBe('completed');
  }, 20_000);
});
