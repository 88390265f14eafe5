import { eventually, House } from './testing/house';

let house: House;
beforeEach(() => (house = new House()));
afterEach(() => house.close());

const opening = {
  type: 'session.update',
  session: {
    type: 'realtime',
    parley: {
      responsiveness: {
        enabled: true,
        initial_wait_timeout_ms: 0,
        enable_filler_on_first_assistant_reply: true,
        phrases: { '*': ['Hm.', 'Well.'] },
      },
    },
  },
} as const;

test('words that open an answer are said to nobody before they are wanted, and then at once', async () => {
  const { worker: llm } = await house.model();
  const { worker: tts } = await house.voice();
  llm.answers = false;
  const speak = async () => {
    const { client, session } = await house.session({ extensions: true });
    session.receive(structuredClone(opening) as never);
    await client.event('session.updated');
    await eventually(() => tts.texts.length === 2);
    expect(client.audio).toEqual([]);
    session.receive({ type: 'response.create' });
    await eventually(() => client.of('parley.filler').some(({ outcome }) => outcome === 'spoken'));
    expect(client.of('parley.filler')[0]).toMatchObject({ phrase: 'Hm.', of: 'answer', outcome: 'started' });
    const heardMs = client.audio.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) / 48;
    expect(heardMs).toBe('Hm.'.length * 60);
    expect(tts.texts).toEqual(['Hm.', 'Well.']);
    return { client, session };
  };
  const { client } = await speak();
  // The answer comes after it, in the same message.
  await eventually(() => llm.requests.length === 1);
  llm.write('Yes.');
  llm.finish();
  const { response } = await client.event('response.done');
  expect(response.output).toMatchObject([{ content: [{ transcript: 'Yes.' }] }]);
  tts.texts.splice(2);
  // Whoever calls next has them from the start.
  await speak();
});

test('what a small model writes for one caller is kept for no other', async () => {
  const { worker: llm } = await house.model();
  const { worker: tts } = await house.voice();
  llm.answers = false;
  const written = structuredClone(opening) as { session: { parley: { responsiveness: object } } };
  Object.assign(written.session.parley.responsiveness, { small_model: 'tiny/model' });
  for (const callers of [1, 2]) {
    const { client, session } = await house.session({ extensions: true });
    session.receive(structuredClone(written) as never);
    await client.event('session.updated');
    session.receive({ type: 'response.create' });
    await eventually(() => llm.requests.length === 2 * callers);
    expect(llm.requests.at(-1)?.model).toBe('tiny/model');
    llm.write('One moment, Ann.');
    llm.finish();
    await eventually(() => client.of('parley.filler').some(({ outcome }) => outcome === 'spoken'));
    expect(tts.texts).toEqual(Array.from({ length: callers }, () => 'One moment, Ann.'));
  }
});
