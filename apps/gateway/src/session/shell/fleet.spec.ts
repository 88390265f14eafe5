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
