import { int16ToMulaw } from '@parley/audio';
import { v1 } from '@parley/contracts';
import { requestError } from '@parley/protocol';
import type { Usage } from '@parley/state';
import { AudioBudget } from './audio/audio-budget';
import { slabReserve } from './audio/audio-memory';
import { eventually, FakeClient, House } from './testing/house';

let house: House;
beforeEach(() => (house = new House()));
afterEach(() => house.close());

const pcm24k = (ms: number): Buffer => Buffer.alloc(ms * 48, 1);

const pushToTalk = {
  type: 'session.update',
  session: {
    type: 'realtime',
    audio: { input: { turn_detection: null, transcription: { model: 'default' } } },
  },
} as const;

async function wholeHouse() {
  const stt = await house.recogniser();
  const llm = await house.model();
  const tts = await house.voice();
  const { client, session } = await house.session();
  return { stt: stt.worker, llm: llm.worker, tts: tts.worker, sttProcess: stt.process, client, session };
}

test('a spoken turn from audio to audio, through all three services', async () => {
  const { stt, llm, client, session } = await wholeHouse();
  await client.until(() => stt.stream !== undefined || client.events.length > 0);
  session.appendAudio(pcm24k(1_000));
  await client.event('session.created');
  await eventually(() => stt.heard.length > 0);
  stt.turn(1, 0, 12_000, 'Good morning.');
  const { response } = await client.event('response.done');
  expect(response).toMatchObject({
    status: 'completed',
    output: [{ content: [{ type: 'output_audio', transcript: 'You said: Good morning.' }] }],
    usage: { input_token_details: { text_tokens: 20, cached_tokens: 10 } },
  });
  expect(llm.requests[0]).toMatchObject({
    model: 'test/scripted',
    instructions: 'Be brief.',
    spoken: true,
    language: 'en',
    messages: [{ role: v1.ChatMessage.Role.USER, text: 'Good morning.' }],
  });
  const audioMs = client.audio.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) / 48;
  expect(audioMs).toBe('You said: Good morning.'.length * 60);
});

test('a file goes no further ahead than its words are heard, and all of it reaches the worker', async () => {
  const { stt, session } = await wholeHouse();
  await eventually(() => stt.inputs.some(({ configure }) => configure != null));
  session.appendAudio(pcm24k(100_000));
  const { room } = session;
  expect(room).toBeDefined();
  await eventually(() => end(stt.heard) > 44 * 16_000);
  expect(end(stt.heard)).toBeLessThan(46 * 16_000);
  stt.send({ heardTo: { sample: 40 * 16_000 } });
  await eventually(() => end(stt.heard) > 84 * 16_000);
  stt.send({ heardTo: { sample: 80 * 16_000 } });
  await room;
  expect(session.room).toBeUndefined();
  await eventually(() => end(stt.heard) > 99.9 * 16_000);
  let at = 0;
  for (const { start, bytes } of stt.heard) {
    expect(start).toBe(at);
    at += bytes / 2;
  }
});

test('the client’s audio reaches the workers as 16 kHz frames of at most 100 ms, without a gap', async () => {
  const { stt, session } = await wholeHouse();
  // What was said before the session knows of its worker would be told again, and not live.
  await eventually(() => stt.inputs.some(({ configure }) => configure != null));
  for (let i = 0; i < 10; i += 1) session.appendAudio(pcm24k(100));
  await eventually(() => end(stt.heard) > 15_900);
  let at = 0;
  for (const { start, bytes, shared } of stt.heard) {
    expect(start).toBe(at);
    expect(bytes).toBeLessThanOrEqual(3_200);
    expect(shared).toBe(true);
    at = start + bytes / 2;
  }
});

const end = (heard: readonly { start: number; bytes: number }[]): number => {
  const last = heard.at(-1);
  return last === undefined ? 0 : last.start + last.bytes / 2;
};

test('push-to-talk: commit and response.create at once; the answer waits for the words', async () => {
  const { stt, client, session } = await wholeHouse();
  session.receive(pushToTalk);
  session.appendAudio(pcm24k(500));
  session.receive({ type: 'input_audio_buffer.commit' });
  session.receive({ type: 'response.create' });
  const { response } = await client.event('response.done');
  expect(response.output[0]).toMatchObject({ content: [{ transcript: `You said: ${stt.transcript}` }] });
  const types = client.types();
  expect(types.indexOf('response.created')).toBeLessThan(
    types.indexOf('conversation.item.input_audio_transcription.completed'),
  );
});

test('G.711 in and out: bytes of the client’s format, and the voice asked for 8 kHz', async () => {
  const { tts, client, session } = await wholeHouse();
  session.receive({
    type: 'session.update',
    session: {
      type: 'realtime',
      audio: {
        input: { format: { type: 'audio/pcmu' }, turn_detection: null },
        output: { format: { type: 'audio/pcmu' } },
      },
    },
  });
  session.appendAudio(Buffer.from(int16ToMulaw(new Int16Array(4_000))));
  session.receive({ type: 'input_audio_buffer.commit' });
  session.receive({ type: 'response.create' });
  await client.event('response.done');
  expect(tts.begins[0]?.sampleRate).toBe(8_000);
  expect(client.audio[0]?.bytes.byteLength).toBeGreaterThan(0);
  const item = client.of('conversation.item.done')[0]!.item;
  session.receive({ type: 'conversation.item.retrieve', item_id: item.id });
  const { item: retrieved } = await client.event('conversation.item.retrieved');
  const part = retrieved.type === 'message' ? retrieved.content[0] : undefined;
  const audio = part !== undefined && 'audio' in part ? Buffer.from(part.audio ?? '', 'base64') : undefined;
  expect(audio?.byteLength).toBe(4_000);
});

test('an item is stored before the client is told that it is done', async () => {
  const { client, session } = await wholeHouse();
  session.receive({
    type: 'conversation.item.create',
    item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hi.' }] },
  });
  const { item } = await client.event('conversation.item.done');
  const stored = await house.store.load(session.id);
  expect(stored?.items.map(({ id }) => id)).toEqual([item.id]);
});

test('audio of an item the client creates is transcribed on a stream of its own', async () => {
  const { stt, client, session } = await wholeHouse();
  stt.transcript = 'From a file.';
  session.receive({
    type: 'conversation.item.create',
    item: {
      type: 'message',
      role: 'user',
      content: [{ type: 'input_audio', audio: pcm24k(300).toString('base64'), transcript: null }],
    },
  });
  session.receive({ type: 'response.create' });
  const { response } = await client.event('response.done');
  expect(response.output[0]).toMatchObject({ content: [{ transcript: 'You said: From a file.' }] });
});

test('a client that wants transcripts is told that of such an item too, and how much was heard', async () => {
  const { stt, client, session } = await wholeHouse();
  stt.transcript = 'From a file.';
  const transcription = { model: 'default' };
  session.receive({
    type: 'session.update',
    session: { type: 'realtime', audio: { input: { transcription } } },
  });
  const audio = pcm24k(300).toString('base64');
  session.receive({
    type: 'conversation.item.create',
    item: { type: 'message', role: 'user', content: [{ type: 'input_audio', audio, transcript: null }] },
  });
  expect(await client.event('conversation.item.input_audio_transcription.completed')).toMatchObject({
    transcript: 'From a file.',
    usage: { type: 'duration', seconds: 0.3 },
  });
});

test('extension events only for a client that asked for them', async () => {
  const { client: plain, session } = await wholeHouse();
  const { client: asked, session: other } = await house.session({ extensions: true });
  for (const one of [session, other]) one.receive({ type: 'response.create' });
  await plain.event('response.done');
  await asked.event('response.done');
  expect(plain.types().filter((type) => type.startsWith('parley.'))).toEqual([]);
  const timing = await asked.event('parley.turn_timing');
  expect(Object.keys(timing.stages)).toEqual(
    expect.arrayContaining(['first_token_ms', 'first_byte_ms', 'first_audio_ms']),
  );
});

test('synthesis runs ahead of playback only so far', async () => {
  const { tts, llm, client, session } = await wholeHouse();
  llm.answers = false;
  session.receive({ type: 'response.create' });
  await eventually(() => llm.requests.length === 1);
  const sentence = 'One two three four five six seven eight nine ten. ';
  llm.write(sentence.repeat(20));
  llm.finish();
  await client.event('response.output_audio.delta');
  await new Promise((resolve) => setTimeout(resolve, 300));
  // 60 s of speech; three seconds ahead, and what the window lets pass.
  expect(tts.sentMs).toBeGreaterThan(3_000);
  expect(tts.sentMs).toBeLessThan(10_000);
  session.receive({ type: 'response.cancel' });
  await client.event('response.done');
  await eventually(() => tts.cancelled.length > 0 && llm.stream !== undefined);
});

test('without a store no session begins, and the client is told why', async () => {
  house.store.memory.connected = false;
  const client = new FakeClient();
  house.sessions.open(client, { model: 'm', keyId: 'k' });
  const { error } = await client.event('error');
  expect(error).toMatchObject({ type: 'server_error', code: 'state_unavailable' });
  expect(client.closed?.code).toBe(1011);
  expect(house.sessions.active).toBe(0);
});

test('the tokens of a session’s tools are not stored', async () => {
  const tool = {
    type: 'mcp' as const,
    server_label: 'shop',
    server_url: 'https://shop.example/mcp',
    authorization: 'secret-1',
    headers: { 'X-Key': 'secret-2' },
  };
  const { client, session } = await house.session({ sessionPatch: { type: 'realtime', tools: [tool] } });
  await client.event('session.created');
  const stored = async () => JSON.stringify((await house.store.load(session.id))?.config);
  expect(await stored()).toContain('https://shop.example/mcp');
  expect(await stored()).not.toContain('secret-');
  const renamed = { ...tool, server_label: 'market' };
  session.receive({ type: 'session.update', session: { type: 'realtime', tools: [renamed] } });
  await eventuallyAsync(async () => (await stored()).includes('market'));
  expect(await stored()).not.toContain('secret-');
});

test('a store that goes away is written to when it is back; nothing waits for it', async () => {
  const { client, session } = await wholeHouse();
  house.store.memory.connected = false;
  session.receive({
    type: 'conversation.item.create',
    item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hi.' }] },
  });
  const { item } = await client.event('conversation.item.done');
  house.store.memory.connected = true;
  await eventuallyAsync(async () => (await house.store.load(session.id))?.items.length === 1);
  expect((await house.store.load(session.id))?.items[0]?.id).toBe(item.id);
});

test('a session that lasts too long is told so, and closed', async () => {
  const brief = new House(50);
  const { client } = await brief.session();
  const { error } = await client.event('error');
  expect(error.code).toBe('session_expired');
  expect(client.closed?.code).toBe(1001);
  expect(brief.sessions.active).toBe(0);
  await brief.close();
});

test('a session that lasts too long is told so, whatever is held back for the store', async () => {
  const brief = new House(100);
  const { client, session } = await brief.session();
  let go: () => void = () => undefined;
  jest
    .spyOn(brief.store.memory, 'write')
    .mockReturnValue(new Promise((resolve) => (go = () => resolve('ok'))));
  session.receive({
    type: 'conversation.item.create',
    item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hi.' }] },
  });
  await client.until(() => client.closed !== undefined, 'the close');
  expect(client.of('error').map(({ error }) => error.code)).toEqual(['session_expired']);
  go();
  await brief.close();
});

test('a session that another gateway has taken over ends here', async () => {
  const { client, session } = await wholeHouse();
  await house.store.claim(session.id);
  session.receive({
    type: 'conversation.item.create',
    item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hi.' }] },
  });
  await client.until(() => client.closed !== undefined);
  expect(client.closed?.code).toBe(1011);
  expect(house.sessions.active).toBe(0);
});

test('a session that ends leaves nothing behind', async () => {
  const before = house.network.listeners;
  const { client, session } = await wholeHouse();
  session.receive({ type: 'response.create' });
  await client.event('response.output_audio.delta');
  const served = house.network.listeners;
  session.disconnected(1006);
  expect(house.sessions.active).toBe(0);
  await eventually(() => house.network.listeners < served);
  await eventually(() => house.network.listeners <= before + 3);
});

async function eventuallyAsync(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('a prompt template gives a session and a response their instructions', async () => {
  const { llm, client, session } = await wholeHouse();
  const prompt = (name: string) => ({ id: 'greet', variables: { name } });
  session.receive({ type: 'session.update', session: { type: 'realtime', prompt: prompt('Ann') } });
  const updated = await client.event('session.updated');
  expect(updated.session).toMatchObject({ prompt: prompt('Ann'), instructions: 'Greet Ann.' });
  session.receive({ type: 'response.create', response: { input: [], prompt: prompt('Bob') } });
  await client.event('response.done');
  expect(llm.requests.at(-1)?.instructions).toBe('Greet Bob.');
  session.receive({ type: 'session.update', session: { type: 'realtime', prompt: null } });
  expect((await client.event('session.updated', 1)).session).toMatchObject({
    prompt: null,
    instructions: 'Be brief.',
  });
});

test('a prompt template that does not exist is refused by name, and nothing is applied', async () => {
  const { client, session } = await wholeHouse();
  const prompt = { id: 'none' };
  session.receive({ type: 'session.update', session: { type: 'realtime', prompt }, event_id: 'e1' });
  const { error } = await client.event('error');
  expect(error).toMatchObject({ code: 'invalid_value', param: 'session.prompt.id', event_id: 'e1' });
  session.receive({ type: 'response.create', response: { prompt } });
  expect((await client.event('error', 1)).error.param).toBe('response.prompt.id');
  expect(client.types()).not.toContain('session.updated');
  expect(client.types()).not.toContain('response.created');
});

test('tracing names the record of every response', async () => {
  await house.model();
  const { client, session } = await house.session({ extensions: true });
  const ask = () =>
    session.receive({ type: 'response.create', response: { output_modalities: ['text'], input: [] } });
  ask();
  expect((await client.event('parley.turn_timing')).trace).toBeNull();
  const tracing = { workflow_name: 'support', group_id: 'g', metadata: { plan: 'pro' } };
  session.receive({ type: 'session.update', session: { type: 'realtime', tracing } });
  ask();
  const { trace } = await client.event('parley.turn_timing', 1);
  expect(trace).toEqual({
    traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    workflowName: 'support',
    groupId: 'g',
    metadata: { plan: 'pro' },
  });
});

test('what is left of a limit is told once after every response, and never where there is none', async () => {
  await house.model();
  const facts = { limit: 100, remaining: 40, resetSeconds: 0.6 };
  const limited = await house.session({ rateLimits: () => facts });
  const free = await house.session({ rateLimits: () => undefined });
  for (const { session, client } of [limited, free]) {
    session.receive({ type: 'response.create', response: { output_modalities: ['text'], input: [] } });
    await client.event('response.done');
  }
  const told = await limited.client.event('rate_limits.updated');
  expect(told.rate_limits).toEqual([{ name: 'requests', limit: 100, remaining: 40, reset_seconds: 0.6 }]);
  expect(limited.client.types().slice(-2)).toEqual(['response.done', 'rate_limits.updated']);
  expect(free.client.types()).not.toContain('rate_limits.updated');
});

test('what is no event is told in its place, behind the item before it', async () => {
  const { client, session } = await wholeHouse();
  await client.event('session.created');
  const content = [{ type: 'input_text' as const, text: 'Hi.' }];
  session.receive({ type: 'conversation.item.create', item: { type: 'message', role: 'user', content } });
  session.refuse(requestError('invalid_json', 'The frame is not valid JSON.'));
  await client.event('error');
  expect(client.types().slice(-3)).toEqual(['conversation.item.added', 'conversation.item.done', 'error']);
});

test('half of a character, wherever it is, keeps no response from being made', async () => {
  const { llm, client, session } = await wholeHouse();
  const half = '🎉'.slice(0, 1);
  const tool = { type: 'function', name: 'f', description: half } as const;
  session.receive({
    type: 'session.update',
    session: { type: 'realtime', instructions: half, tools: [tool] },
  });
  session.receive({
    type: 'conversation.item.create',
    item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: `party ${half}` }] },
  });
  session.receive({ type: 'response.create', response: { metadata: { of: half } } });
  const { response } = await client.event('response.done');
  expect(response.status).toBe('completed');
  expect(llm.requests[0]).toMatchObject({
    instructions: '\ufffd',
    messages: [{ text: 'party \ufffd' }],
    tools: [{ description: '\ufffd' }],
  });
});

it('gives every part of an item back the audio it came with, also where its words came too', async () => {
  const house = new House();
  await house.recogniser();
  const { client, session } = await house.session();
  const part = (ms: number, transcript: string | null) => ({
    type: 'input_audio' as const,
    audio: Buffer.alloc(48 * ms, ms % 251).toString('base64'),
    transcript,
  });
  const retrieved = async (id: string, nth: number, content: ReturnType<typeof part>[]) => {
    session.receive({
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', id, content },
    });
    session.receive({ type: 'conversation.item.retrieve', item_id: id });
    const { item } = await client.event('conversation.item.retrieved', nth);
    if (item.type !== 'message' || item.role !== 'user') throw new Error('no item of the user');
    return item.content.map((one) =>
      one.type === 'input_audio' ? Buffer.from(one.audio ?? '', 'base64').length / 48 : undefined,
    );
  };
  expect(await retrieved('two', 0, [part(200, null), part(300, null)])).toEqual([200, 300]);
  expect(await retrieved('known', 1, [part(200, 'known words'), part(300, null)])).toEqual([200, 300]);
  expect(await retrieved('all', 2, [part(200, 'known words')])).toEqual([200]);
  const long = [part(200, 'known words'), part(5_000, 'known words'), part(300, 'known words')];
  expect(await retrieved('long', 3, long)).toEqual([200, 5_000, 300]);
  expect(await retrieved('longer', 4, [part(30_000, null), ...long])).toEqual([30_000, 200, 5_000, 300]);
  await house.close();
});

test('what was heard is told of now and then, and all of it by the end', async () => {
  let audioInMs = 0;
  let times = 0;
  const usage = {
    add: (used: Partial<Usage>): void => {
      if (used.audioInMs === undefined) return;
      audioInMs += used.audioInMs;
      times += 1;
    },
    charge: () => [],
    uses: () => [],
  };
  const { session } = await house.session({ usage });
  for (let frame = 0; frame < 500; frame += 1) session.appendAudio(pcm24k(20));
  expect(audioInMs).toBeGreaterThan(8_900);
  expect(times).toBeLessThan(15);
  session.receive({ type: 'input_audio_buffer.commit' });
  session.disconnected(1000);
  expect(audioInMs).toBe(10_000);
});

test('a session that is over leaves all memory of its audio to the next one, also where it is still read', async () => {
  const [take, give] = [jest.spyOn(slabReserve, 'take'), jest.spyOn(slabReserve, 'give')];
  const [join, leave] = [
    jest.spyOn(AudioBudget.prototype, 'join'),
    jest.spyOn(AudioBudget.prototype, 'leave'),
  ];
  const { client, session } = await wholeHouse();
  session.receive(pushToTalk);
  expect(take).not.toHaveBeenCalled();
  session.appendAudio(pcm24k(12_000));
  session.receive({ type: 'input_audio_buffer.commit' });
  const { item } = await client.event('conversation.item.done');
  session.receive({ type: 'conversation.item.retrieve', item_id: item.id });
  session.disconnected(1000);
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  // What was heard, and what of it is an item's: twelve seconds each.
  expect(take).toHaveBeenCalledTimes(6);
  expect(new Set(give.mock.calls.flat(2))).toEqual(new Set(take.mock.results.map(({ value }) => value)));
  expect([join.mock.calls.length, leave.mock.calls.length]).toEqual([1, 1]);
  jest.restoreAllMocks();
});
