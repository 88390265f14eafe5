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

/** Both words are kept, of so many voices: 60 ms a letter. */
async function kept(voices: number): Promise<void> {
  const bytes = house.registry.getSingleMetric('parley_session_phrase_bytes')!;
  const value = async () => (await bytes.get()).values[0]?.value ?? 0;
  while ((await value()) < voices * 48 * 60 * 'Hm.Well.'.length)
    await new Promise((resolve) => setTimeout(resolve, 5));
}

test('words that open an answer are said to nobody before they are wanted, and then at once', async () => {
  const { worker: llm } = await house.model();
  const { worker: tts } = await house.voice();
  llm.answers = false;
  const speak = async () => {
    const { client, session } = await house.session({ extensions: true });
    session.receive(structuredClone(opening) as never);
    await client.event('session.updated');
    await kept(1);
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

test('words that another voice said under the same name are said anew once the voice is another', async () => {
  const { worker: llm } = await house.model();
  const { worker: tone, process } = await house.voice('tts-1', 'test/tone');
  llm.answers = false;
  const { client, session } = await house.session({ extensions: true });
  session.receive(structuredClone(opening) as never);
  await kept(1);
  const { worker: bell } = await house.voice('tts-2', 'test/bell');
  process.bus.kill();
  await eventually(() => bell.stream !== undefined);
  const spoken = (by: typeof client) => by.of('parley.filler').some(({ outcome }) => outcome === 'spoken');
  session.receive({ type: 'response.create' });
  await eventually(() => spoken(client));
  llm.finish();
  await client.event('response.done');
  await kept(2);
  expect([...bell.texts].toSorted()).toEqual(['Hm.', 'Well.']);
  expect(bell.begins.map(({ voice }) => voice)).toEqual(['test/bell', 'test/bell']);
  // They are kept as the first were.
  const other = await house.session({ extensions: true });
  other.session.receive(structuredClone(opening) as never);
  other.session.receive({ type: 'response.create' });
  await eventually(() => spoken(other.client));
  expect(bell.texts).toHaveLength(2);
  expect(tone.texts).toHaveLength(2);
});
