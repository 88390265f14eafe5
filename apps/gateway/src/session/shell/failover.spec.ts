import { KeyMeter, Prices, tokenPrice } from '@parley/metering';
import { addUsage, noBudget, nothingSpent, noUsage, type Usage } from '@parley/state';
import { linkTimes } from './links/link';
import { eventually, House } from './testing/house';

let house: House;
beforeEach(() => (house = new House()));
afterEach(() => house.close());

const pcm24k = (ms: number): Buffer => Buffer.alloc(ms * 48, 1);
const sentences = (n: number): string =>
  Array.from({ length: n }, (_, i) => `This is sentence ${i + 1}.`).join(' ');

async function conversation() {
  const stt = await house.recogniser();
  const llm = await house.model();
  const tts = await house.voice();
  const { client, session } = await house.session();
  await eventually(() => stt.worker.stream !== undefined);
  return { stt, llm, tts, client, session };
}

test('the model dies in mid-reply: another one begins again, and only the rest of it is said', async () => {
  const { llm, client, session } = await conversation();
  llm.worker.answers = false;
  session.receive({ type: 'response.create' });
  await eventually(() => llm.worker.requests.length === 1);
  llm.worker.write('This is sentence 1. This is sent');
  await client.event('response.output_audio.delta');
  const second = await house.model('llm-2');
  second.worker.answers = false;
  llm.process.bus.kill();
  await eventually(() => second.worker.requests.length === 1);
  const last = second.worker.requests[0]?.messages?.at(-1);
  expect(last?.text).toBe('This is sentence 1. This is sent');
  second.worker.write('This is sentence 1. ');
  second.worker.write('This is sentence 2. This is sentence 3.');
  second.worker.finish();
  const { response } = await client.event('response.done');
  expect(response).toMatchObject({
    status: 'completed',
    output: [{ content: [{ transcript: sentences(3) }] }],
  });
  expect(audioMs(client.audio)).toBe(sentences(3).length * 60);
  expect(client.of('error')).toEqual([]);
}, 20_000);

test('the voice dies in mid-reply: another one says the rest', async () => {
  const { llm, tts, client, session } = await conversation();
  llm.worker.answers = false;
  session.receive({ type: 'response.create' });
  await eventually(() => llm.worker.requests.length === 1);
  llm.worker.write(sentences(8));
  llm.worker.finish();
  await client.event('response.output_audio.delta');
  await house.voice('tts-2');
  tts.process.bus.kill();
  const { response } = await client.event('response.done');
  expect(response).toMatchObject({
    status: 'completed',
    output: [{ content: [{ transcript: sentences(8) }] }],
  });
  // Whole words, none twice: at most the word that was being said is cut short.
  const lostMs = sentences(8).length * 60 - audioMs(client.audio);
  expect(lostMs).toBeGreaterThanOrEqual(0);
  expect(lostMs).toBeLessThan(600);
  expect(client.of('error')).toEqual([]);
}, 20_000);

test('the recogniser dies in mid-speech: another one hears all of it again, and the turn is heard once', async () => {
  const { stt, client, session } = await conversation();
  session.appendAudio(pcm24k(1_000));
  await eventually(() => stt.worker.heard.length > 0);
  stt.worker.send({ speechStarted: { utterance: 1, startSample: 4_000 } });
  await client.event('input_audio_buffer.speech_started');
  const second = await house.recogniser('stt-2');
  stt.process.bus.kill();
  session.appendAudio(pcm24k(500));
  await eventually(() => second.worker.opens.length === 1);
  await eventually(() => second.worker.heard.length > 0);
  expect(second.worker.opens[0]).toMatchObject({ startSample: 4_000, nextUtterance: 1 });
  expect(second.worker.heard[0]?.start).toBe(4_000);
  second.worker.turn(1, 4_000, 20_000, 'Once.');
  await client.event('response.done');
  const count = (type: string): number => client.types().filter((other) => other === type).length;
  expect(count('input_audio_buffer.speech_started')).toBe(1);
  expect(count('input_audio_buffer.committed')).toBe(1);
  expect(client.of('error')).toEqual([]);
}, 20_000);

test('the recogniser dies with a transcript owed: the commit is made again where it was', async () => {
  const { stt, client, session } = await conversation();
  session.receive({
    type: 'session.update',
    session: { type: 'realtime', audio: { input: { turn_detection: null } } },
  });
  session.appendAudio(pcm24k(1_000));
  await eventually(() => stt.worker.heard.length > 0);
  const second = await house.recogniser('stt-2');
  second.worker.transcript = 'Second ear.';
  stt.process.bus.kill();
  session.receive({ type: 'input_audio_buffer.commit' });
  session.receive({ type: 'response.create' });
  const { response } = await client.event('response.done');
  expect(response.output[0]).toMatchObject({ content: [{ transcript: 'You said: Second ear.' }] });
  const commit = second.worker.inputs.find((input) => input.commit != null)?.commit;
  expect(commit).toMatchObject({ utterance: 1, startSample: 0 });
}, 20_000);

test('the recogniser dies between turns: what was said before that was noticed is heard', async () => {
  const { stt, session } = await conversation();
  session.appendAudio(pcm24k(5_000));
  await eventually(() => stt.worker.heard.length > 0);
  const second = await house.recogniser('stt-2');
  stt.process.bus.kill();
  session.appendAudio(pcm24k(1_000));
  await eventually(() => second.worker.heard.length > 0);
  expect(second.worker.opens[0]?.startSample).toBeLessThanOrEqual(5_000 * 16);
  expect(second.worker.heard[0]?.start).toBe(second.worker.opens[0]?.startSample);
}, 20_000);

test('a recogniser that comes late hears all that was said', async () => {
  const { session } = await house.session();
  session.appendAudio(pcm24k(4_000));
  const { worker } = await house.recogniser();
  await eventually(() => worker.heard.some(({ start, bytes }) => start + bytes / 2 >= 4_000 * 16 - 160));
  expect(worker.opens[0]?.startSample ?? 0).toBe(0);
}, 20_000);

test('the recogniser dies with many transcripts owed: another one is told of each, however little it takes', async () => {
  const { stt, client, session } = await conversation();
  session.receive({
    type: 'session.update',
    session: { type: 'realtime', audio: { input: { turn_detection: null } } },
  });
  session.appendAudio(pcm24k(100));
  await eventually(() => stt.worker.heard.length > 0);
  stt.process.bus.kill();
  const commits = 120;
  for (let at = 0; at < commits; at += 1) {
    session.appendAudio(pcm24k(110));
    session.receive({ type: 'input_audio_buffer.commit' });
  }
  const second = await house.recogniser('stt-2');
  const told = () => second.worker.inputs.filter(({ commit }) => commit != null).length;
  await eventually(() => told() === commits);
  const heard = second.worker.heard.filter(({ shared }) => !shared);
  for (const [at, { start }] of heard.entries())
    expect(start).toBe(heard.slice(0, at).reduce((sum, { bytes }) => sum + bytes / 2, 0));
  expect(client.of('error')).toEqual([]);
}, 20_000);

test('audio that the bus lost while it had no server is heard when it is back', async () => {
  const { stt, session } = await conversation();
  session.appendAudio(pcm24k(1_000));
  await eventually(() => stt.worker.heard.length > 0);
  house.bus.disconnect();
  session.appendAudio(pcm24k(400));
  house.bus.reconnect();
  session.appendAudio(pcm24k(100));
  const replayed = () => stt.worker.heard.filter(({ shared }) => !shared);
  await eventually(() => replayed().some(({ start, bytes }) => start + bytes / 2 > 22_000));
  expect(replayed()[0]?.start).toBeLessThan(16_000);
  // A worker may have been back later than its gateway: what went past it in between, too.
  await eventually(() => replayed().some(({ start, bytes }) => start + bytes / 2 >= 24_000 - 160));
}, 20_000);

test.each(['llm', 'tts'] as const)(
  '%s: none left is an error soon, and over when one returns',
  async (service) => {
    const { llm, tts, client, session } = await conversation();
    llm.worker.answers = false;
    session.receive({ type: 'response.create' });
    await eventually(() => llm.worker.requests.length === 1);
    llm.worker.write(sentences(30));
    await client.event('response.output_audio.delta');
    (service === 'llm' ? llm : tts).process.bus.kill();
    const { error } = await client.event('error');
    expect(error).toMatchObject({ type: 'server_error', code: `${service}_unavailable` });
    if (service === 'llm') session.receive({ type: 'response.cancel' });
    await client.event('response.done');
    if (service === 'llm') await house.model('llm-2');
    else await house.voice('tts-2');
    llm.worker.answers = true;
    session.receive({ type: 'response.create' });
    const { response } = await client.event('response.done', 1);
    expect(response.status).toBe('completed');
  },
  20_000,
);

test('stt: none left is an error soon, and over when one returns', async () => {
  const { stt, client, session } = await conversation();
  stt.process.bus.kill();
  const { error } = await client.event('error');
  expect(error).toMatchObject({ type: 'server_error', code: 'stt_unavailable' });
  const second = await house.recogniser('stt-2');
  await eventually(() => second.worker.stream !== undefined);
  session.appendAudio(pcm24k(1_000));
  second.worker.turn(1, 0, 16_000, 'Back again.');
  await client.event('response.done');
  expect(client.of('error')).toHaveLength(1);
}, 20_000);

test('no workers at all: the session opens; audio is answered by an error, and a response by a failed one', async () => {
  const { client, session } = await house.session();
  session.appendAudio(pcm24k(100));
  expect((await client.event('error')).error.code).toBe('stt_unavailable');
  session.receive({ type: 'response.create' });
  const { response } = await client.event('response.done');
  expect(response).toMatchObject({
    status: 'failed',
    status_details: { type: 'failed', error: { code: 'llm_unavailable' } },
  });
}, 20_000);

test('a worker that is about to stop is left when nothing is under way', async () => {
  const { llm, client, session } = await conversation();
  session.receive({ type: 'response.create' });
  await client.event('response.done');
  const second = await house.model('llm-2');
  await llm.process.bus.close();
  session.receive({ type: 'response.create' });
  await client.event('response.done', 1);
  expect(second.worker.requests).toHaveLength(1);
  expect(client.of('error')).toEqual([]);
}, 20_000);

test.each(['llm', 'tts'] as const)(
  '%s: a worker that is about to stop finishes the answer that was begun before its turn was over',
  async (service) => {
    const { stt, llm, tts, client, session } = await conversation();
    llm.worker.answers = false;
    session.appendAudio(pcm24k(1_000));
    await eventually(() => stt.worker.heard.length > 0);
    stt.worker.send({ speechStarted: { utterance: 1, startSample: 0 } });
    const likely = { utterance: 1, endSample: 16_000, text: 'Hello there.', language: 'en', probability: 1 };
    stt.worker.send({ turnCandidate: likely });
    await eventually(() => llm.worker.requests.length === 1);
    llm.worker.write(`${sentences(1)} `);
    await eventually(() => tts.worker.begins.length === 1);
    if (service === 'llm') await house.model('llm-2');
    else await house.voice('tts-2');
    const drained = { llm, tts }[service].process.drain(5_000);
    // Long enough for a link to have looked several times whether it may leave.
    await new Promise((resolve) => setTimeout(resolve, 4 * linkTimes.moveMs));
    stt.worker.turn(1, 0, 16_000);
    await client.event('response.created');
    llm.worker.write('That is all.');
    llm.worker.finish();
    const { response } = await client.event('response.done');
    expect(response).toMatchObject({
      status: 'completed',
      output: [{ content: [{ transcript: `${sentences(1)} That is all.` }] }],
    });
    expect([llm.worker.cancelled, tts.worker.cancelled]).toEqual([[], []]);
    await drained;
  },
  20_000,
);

const audioMs = (audio: readonly { bytes: Uint8Array }[]): number =>
  audio.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) / 48;

describe('a session with a budget in money', () => {
  /** Of a key that may use a hundred dollars. */
  function spender() {
    let used: Usage = noUsage;
    const spending = { day: nothingSpent, month: nothingSpent, budgets: null };
    const state = {
      usage: {
        add: (_: string, usage: Partial<Usage>) => void (used = addUsage(used, { ...noUsage, ...usage })),
      },
      spending: { of: () => spending, load: () => Promise.resolve(spending), freshBudgets: () => undefined },
    };
    const price = tokenPrice({ input: 1, cachedInput: 1, output: 1 });
    const perMinute = { pattern: '*', price: { per: 'minute', pico: 0 } } as const;
    const prices = new Prices({ llm: [{ pattern: 'priced/*', price }], stt: [], tts: [perMinute] });
    const budgets = { day: { nanoUsd: 1e11, tokens: null }, month: noBudget };
    return { usage: new KeyMeter('key', state, { prices, budgets }), used: () => used };
  }

  test('goes on, and pays nothing for requests that found no model', async () => {
    const { usage, used } = spender();
    await house.recogniser();
    const { client, session } = await house.session({ usage });
    for (const n of [0, 1]) {
      session.receive({ type: 'response.create' });
      await client.event('response.done', n);
    }
    expect(used()).toMatchObject({ retriedTokens: 0, inputTokens: 0, unpriced: 0 });
    await house.model();
    await house.voice();
    session.receive({ type: 'response.create' });
    const { response } = await client.event('response.done', 2);
    expect([response.status, client.closed]).toEqual(['completed', undefined]);
  }, 20_000);

  test('goes on when its first answer is lost with its model, and another gives it', async () => {
    const { usage, used } = spender();
    const llm = await house.model();
    await house.voice();
    const { client, session } = await house.session({ usage });
    llm.worker.answers = false;
    session.receive({ type: 'response.create' });
    await eventually(() => llm.worker.requests.length === 1);
    await house.model('llm-2');
    llm.process.bus.kill();
    await client.event('response.done');
    session.receive({ type: 'response.create' });
    await client.event('response.done', 1);
    expect(client.of('error')).toEqual([]);
    // It was read, or may have been.
    expect(used().retriedTokens).toBeGreaterThan(0);
  }, 20_000);
});
