import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { keyIdOf } from '@parley/admission';
import type { MemoryBus } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { AccessState, digestOf } from '@parley/state';
import { waitFor } from '@parley/testing';
import { pino } from 'pino';
import { WebSocket } from 'ws';
import { testAdmission } from '@parley/admission/test-support';
import { serveOtherRecognisers, serveWorker } from '../../doors/testing';
import { startRest, type TestRest } from '../../rest/test-support';
import { FakeRecogniser, FakeVoice } from '../../session/shell/testing/fake-workers';
import { SpeechOffers } from '../../workers/speech-offers';
import { VoiceList } from '../../workers/voice-list';
import { DoorSocket } from './door-socket';
import { HearingDoor } from './hearing-door';

let rest: TestRest;
beforeEach(
  async () => (rest = await startRest({ PARLEY_API_KEYS: 'sk-one', PARLEY_MAX_SESSIONS_PER_KEY: '2' })),
);
afterEach(() => rest.stop());

type Message = Record<string, unknown>;

class Client {
  readonly messages: Message[] = [];
  closed: number | undefined;

  private constructor(readonly ws: WebSocket) {
    ws.on('message', (data: Buffer) => this.messages.push(JSON.parse(data.toString()) as Message));
    ws.on('close', (code) => (this.closed = code));
  }

  static async open(
    path: string,
    headers: Record<string, string> = { authorization: 'Basic sk-one' },
  ): Promise<Client> {
    const client = new Client(new WebSocket(`ws://127.0.0.1:${rest.port}${path}`, { headers }));
    await once(client.ws, 'open');
    return client;
  }

  send(...messages: object[]): void {
    for (const message of messages) this.ws.send(JSON.stringify(message));
  }

  /** What each result tells, in order. */
  get kinds(): string[] {
    return this.messages.map((message) => {
      const result = (message['result'] ?? {}) as Message;
      const told = Object.keys(result).filter((key) => key !== 'contextId' && key !== 'status');
      return told[0] ?? `error ${((result['status'] ?? message['error']) as Message)['code'] as number}`;
    });
  }

  async until(kind: string, count = 1): Promise<void> {
    await waitFor(
      `${count} × ${kind}`,
      20_000,
      () => this.kinds.filter((one) => one === kind).length >= count,
    );
  }
}

const refused = async (path: string, headers: Record<string, string>): Promise<number> => {
  const ws = new WebSocket(`ws://127.0.0.1:${rest.port}${path}`, { headers });
  const [, response] = (await once(ws, 'unexpected-response')) as [unknown, { statusCode: number }];
  ws.on('error', () => undefined);
  ws.terminate();
  return response.statusCode;
};

const usageOf = async (key: string) => {
  const state = new AccessState({
    url: process.env['PARLEY_TEST_REDIS_URL']!,
    log: pino({ level: 'silent' }),
  });
  const [day] = await state.readUsage(keyIdOf(digestOf(key)), 1);
  await state.close();
  return day;
};

describe('the socket for speech', () => {
  const path = '/tts/v1/voice:streamBidirectional';
  let voice: FakeVoice;
  beforeEach(async () => {
    voice = new FakeVoice();
    await serveWorker(rest.bus, 'tts', voice.open);
  });
  const create = (contextId: string, more: object = {}) => ({
    contextId,
    create: {
      voiceId: 'Ashley',
      modelId: 'inworld-tts-1',
      audioConfig: { audioEncoding: 'PCM', sampleRateHertz: 24_000 },
      ...more,
    },
  });

  it('speaks what is sent, flush by flush, and ends with its context', async () => {
    const client = await Client.open(path);
    client.send(
      create('a'),
      { contextId: 'a', send_text: { text: 'Hello ' } },
      { contextId: 'a', send_text: { text: 'there. ', flush_context: {} } },
      { contextId: 'a', send_text: { text: 'And more.' } },
      { contextId: 'a', close_context: {} },
    );
    await client.until('contextClosed');
    const { kinds } = client;
    expect(kinds[0]).toBe('contextCreated');
    const flushed = kinds.indexOf('flushCompleted');
    expect([...new Set(kinds.slice(1, flushed))]).toEqual(['audioChunk']);
    expect([...new Set(kinds.slice(flushed + 1))]).toEqual(['audioChunk', 'contextClosed']);
    const bytes = client.messages
      .map(
        ({ result }) => (result as { audioChunk?: { audioContent: string } }).audioChunk?.audioContent ?? '',
      )
      .reduce((sum, content) => sum + Buffer.from(content, 'base64').length, 0);
    expect(bytes / 48).toBe(voice.sentMs);
    expect(voice.begins).toHaveLength(2);
    client.ws.terminate();
  });

  it('takes down what it speaks while the context goes on', async () => {
    const key = `sk-${randomUUID()}`;
    await rest.stop();
    rest = await startRest({ PARLEY_API_KEYS: key });
    await serveWorker(rest.bus, 'tts', voice.open);
    const client = await Client.open(path, { authorization: `Basic ${key}` });
    client.send(create('a'), { contextId: 'a', send_text: { text: 'Hello there. ', flush_context: {} } });
    await client.until('flushCompleted');
    const spokenMs = Math.round(voice.sentMs);
    await waitFor('its usage', 10_000, async () => (await usageOf(key))?.audioOutMs === spokenMs);
    expect(client.kinds).not.toContain('contextClosed');
    client.ws.terminate();
  });

  it('takes every word of a text that comes in hundreds of messages at once', async () => {
    const client = await Client.open(path);
    client.send(create('a'));
    for (let sent = 0; sent < 600; sent++) client.send({ contextId: 'a', send_text: { text: 'so ' } });
    client.send({ contextId: 'a', close_context: {} });
    await client.until('contextClosed');
    expect(voice.texts.join('')).toBe('so '.repeat(600));
    client.ws.terminate();
  });

  it('closes a context once, and counts what it said once', async () => {
    const client = await Client.open(path);
    client.send(
      create('a'),
      { contextId: 'a', send_text: { text: 'Hello there.' } },
      { contextId: 'a', close_context: {} },
      { contextId: 'a', close_context: {} },
      { contextId: 'a', send_text: { text: 'Too late.' } },
      { contextId: 'none', flush_context: {} },
    );
    await client.until('contextClosed');
    await client.until('error 5', 3);
    expect(client.kinds.filter((kind) => kind === 'contextClosed')).toHaveLength(1);
    expect(voice.begins).toHaveLength(1);
    client.ws.terminate();
  });

  it('answers binary frames at the pace the client reads', async () => {
    const client = await Client.open(path);
    for (let sent = 0; sent < 300; sent++) client.ws.send(Buffer.alloc(2));
    client.send(create('a'));
    await client.until('contextCreated');
    expect(client.kinds).toEqual([...Array.from({ length: 300 }, () => 'error 3'), 'contextCreated']);
    client.ws.terminate();
  });

  it('tells the times of words, counted from each flush', async () => {
    const client = await Client.open(path);
    client.send(create('a', { timestampType: 'WORD' }));
    for (const text of ['Hello there.', 'And more.'])
      client.send({ contextId: 'a', send_text: { text, flush_context: {} } });
    await client.until('flushCompleted', 2);
    const alignments = client.messages.flatMap(({ result }) => {
      const chunk = (result as { audioChunk?: { timestampInfo?: { wordAlignment: Message } } }).audioChunk;
      return chunk?.timestampInfo?.wordAlignment ?? [];
    });
    expect(alignments).toMatchObject([
      { words: ['Hello', 'there.'], wordStartTimeSeconds: [0, expect.any(Number)] },
      { words: ['And', 'more.'], wordStartTimeSeconds: [0, expect.any(Number)] },
    ]);
    client.ws.terminate();
  });

  it('speaks what waits when nothing more comes for so long', async () => {
    const client = await Client.open(path);
    client.send(create('a', { maxBufferDelayMs: 20 }), {
      contextId: 'a',
      send_text: { text: 'Hello there.' },
    });
    await client.until('audioChunk');
    expect(client.kinds).not.toContain('flushCompleted');
    client.ws.terminate();
  });

  it('lets text wait for as much as is wanted, unless the server is to decide', async () => {
    const client = await Client.open(path);
    const text = (id: string, words: string) => ({ contextId: id, send_text: { text: words } });
    client.send(
      create('a', { bufferCharThreshold: 30 }),
      create('b', { bufferCharThreshold: 30, autoMode: true }),
    );
    client.send(text('a', 'Hello there. Yes, I see. '), text('b', 'Hello there. Yes, I see. '));
    const chunksOf = (id: string) =>
      client.messages.filter(({ result }) => {
        const { contextId, audioChunk } = result as { contextId?: string; audioChunk?: unknown };
        return contextId === id && audioChunk !== undefined;
      });
    await client.until('audioChunk');
    expect([chunksOf('a').length, chunksOf('b').length > 0]).toEqual([0, true]);
    client.send(text('a', 'And more. '), { contextId: 'a', flush_context: {} });
    await client.until('flushCompleted');
    expect(chunksOf('a').length).toBeGreaterThan(0);
    client.ws.terminate();
  });

  it('has five contexts, and refuses what is wrong without an end to the rest', async () => {
    const client = await Client.open(path);
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) client.send(create(id));
    client.send(
      create('a'),
      { contextId: 'x', send_text: { text: 'Hello.' } },
      { contextId: 'a', send_text: { text: 'x'.repeat(1_001) } },
      { send_text: { text: '' } },
      { nothing: {} },
    );
    client.ws.send('no json');
    client.ws.send('['.repeat(100_000) + ']'.repeat(100_000));
    client.ws.send(`{"create":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`);
    await waitFor('all answers', 20_000, () => client.messages.length === 14);
    expect(client.kinds).toEqual([
      ...Array.from({ length: 5 }, () => 'contextCreated'),
      'error 8',
      'error 3',
      'error 5',
      'error 3',
      'error 5',
      'error 3',
      'error 3',
      'error 3',
      'error 3',
    ]);
    client.send({ contextId: 'a', send_text: { text: 'Still here.', flush_context: {} } });
    await client.until('flushCompleted');
    client.ws.terminate();
  });

  it('is served until its client goes when the gateway is to stop', async () => {
    const client = await Client.open(path);
    let stopped = false;
    const stopping = rest.stop(20_000).then(() => (stopped = true));
    await waitFor('refusal', 5_000, () =>
      Client.open(path).then(
        ({ ws }) => {
          ws.close();
          return false;
        },
        (error: Error) => error.message.includes('503'),
      ),
    );
    client.send({ nothing: {} });
    await client.until('error 3');
    expect([stopped, client.closed]).toEqual([false, undefined]);
    client.ws.close();
    await stopping;
  });

  it('stops the worker when the client goes, and gives the place back', async () => {
    for (let round = 0; round < 3; round++) {
      const client = await Client.open(path);
      client.send(create('a'), { contextId: 'a', send_text: { text: 'Hello there. '.repeat(20) } });
      await client.until('audioChunk');
      client.ws.terminate();
      await waitFor('the end of the stream', 20_000, () => voice.stream?.closed === true);
    }
    const last = await Client.open(path);
    expect(last.ws.readyState).toBe(WebSocket.OPEN);
    last.ws.terminate();
  });

  it('lets in who may, told by HTTP', async () => {
    expect(await refused(path, {})).toBe(401);
    expect(await refused('/tts/v1/none', { authorization: 'Basic sk-one' })).toBe(404);
    const held = [await Client.open(`${path}?authorization=Basic%20sk-one`, {}), await Client.open(path)];
    expect(await refused(path, { authorization: 'Basic sk-one' })).toBe(429);
    for (const { ws } of held) ws.terminate();
  });
});

it('names the recognisers that there are where none is the one that a transcription asks for', async () => {
  await serveOtherRecognisers(rest.bus, 'local/one');
  const client = await Client.open('/stt/v1/transcribe:streamBidirectional');
  client.send({ transcribeConfig: { modelId: 'local/none' } });
  await waitFor('the close', 20_000, () => client.closed !== undefined);
  expect(client.kinds).toEqual(['error 3']);
  expect(JSON.stringify(client.messages)).toContain('Recognisers: local/one;');
});

describe('the socket for transcription', () => {
  const path = '/stt/v1/transcribe:streamBidirectional';
  let ears: FakeRecogniser;
  beforeEach(async () => {
    ears = new FakeRecogniser();
    await serveWorker(rest.bus, 'stt', (incoming) => ({
      ...ears.open(incoming),
      onEnd: () => incoming.stream.close(),
    }));
  });
  const config = (more: object = {}) => ({
    transcribeConfig: {
      modelId: 'inworld/inworld-stt-1',
      audioEncoding: 'LINEAR16',
      sampleRateHertz: 16_000,
      ...more,
    },
  });
  const chunk = (ms: number) => ({ audioChunk: { content: Buffer.alloc(ms * 32).toString('base64') } });
  const heard = () => ears.heard.reduce((sum, { bytes }) => sum + bytes, 0);

  it('tells speech, words in the making and turns', async () => {
    const client = await Client.open(path);
    client.send(
      config({ language: 'en-GB', inworldSttV1Config: { minEndOfTurnSilenceWhenConfident: 700 } }),
      chunk(500),
    );
    await waitFor('the audio', 20_000, () => heard() === 500 * 32);
    expect(ears.opens[0]).toMatchObject({
      recording: false,
      config: { transcription: { language: 'en', model: '' }, turnDetection: { silenceDurationMs: 700 } },
    });
    ears.send({ speechStarted: { utterance: 1, startSample: 1_600 } });
    ears.send({ partial: { utterance: 1, text: 'Hello', stableChars: 0, heardToSample: 4_000 } });
    ears.send({ speechStopped: { utterance: 1, endSample: 8_000, speechEndSample: 4_800 } });
    ears.send({ turnCommitted: { utterance: 1, startSample: 1_600, endSample: 8_000 } });
    ears.send({ final: { utterance: 1, text: 'Hello there.', language: 'en' } });
    await client.until('transcription', 2);
    expect(client.messages.map(({ result }) => result)).toEqual([
      { speechStarted: { startTimeMs: 100 } },
      { transcription: { transcript: 'Hello', isFinal: false, wordTimestamps: [] } },
      { speechStopped: { silenceDurationMs: 200 } },
      { transcription: { transcript: 'Hello there.', isFinal: true, wordTimestamps: [] } },
    ]);
    client.send({ endTurn: {} });
    await client.until('transcription', 3);
    expect(ears.inputs.find(({ commit }) => commit != null)?.commit).toMatchObject({
      utterance: 2,
      startSample: 8_000,
    });
    client.send({ closeStream: {} });
    await waitFor('the close', 20_000, () => client.closed !== undefined);
    expect(client.closed).toBe(1000);
    expect(client.messages.at(-1)).toEqual({
      result: { usage: { transcribedAudioMs: 500, modelId: 'inworld/inworld-stt-1' } },
    });
  });

  it('tells how the voice was, where it is asked to', async () => {
    await servePersona(rest.bus);
    const client = await Client.open(path);
    client.send(config({ voiceProfileConfig: { enableVoiceProfile: true, topN: 1 } }), chunk(200));
    await waitFor('the audio', 20_000, () => heard() === 200 * 32);
    ears.turn(1, 0, 3_200, 'Hello there.');
    await client.until('transcription');
    expect(client.messages.at(-1)).toMatchObject({
      result: {
        transcription: {
          transcript: 'Hello there.',
          voiceProfile: { emotion: [{ label: 'calm', confidence: expect.closeTo(0.8, 5) }] },
        },
      },
    });
    client.ws.terminate();
  });

  it('has a turn’s words without a profile where nobody can tell', async () => {
    const client = await Client.open(path);
    client.send(config({ voiceProfileConfig: { enableVoiceProfile: true } }), chunk(200));
    await waitFor('the audio', 20_000, () => heard() === 200 * 32);
    ears.turn(1, 0, 3_200, 'Hello there.');
    await client.until('transcription');
    expect(client.messages.at(-1)).toEqual({
      result: { transcription: { transcript: 'Hello there.', isFinal: true, wordTimestamps: [] } },
    });
    client.ws.terminate();
  });

  it.each<[string, object, number]>([
    ['audio before the configuration', chunk(10), 9],
    ['word times', config({ includeWordTimestamps: true }), 3],
    ['another encoding', config({ audioEncoding: 'MP3' }), 3],
    ['another engine’s settings', config({ sonioxConfig: {} }), 3],
  ])('refuses %s, and goes on', async (_name, message, code) => {
    const client = await Client.open(path);
    client.send(message, config(), chunk(100));
    await waitFor('the audio', 20_000, () => heard() === 100 * 32);
    expect(client.kinds).toEqual([`error ${code}`]);
    client.ws.terminate();
  });

  it('lets the worker go when the client goes before the stream is ready', async () => {
    const open = rest.bus.open.bind(rest.bus);
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    jest.spyOn(rest.bus, 'open').mockImplementation(async (options) => {
      if (options.service === 'persona') await held;
      return open(options);
    });
    const { ws } = await Client.open(path);
    const log = pino({ level: 'silent' });
    const options = { maxBufferedBytes: 1_000, closeTimeoutMs: 1_000, idleMs: 60_000 };
    const allowance = {
      spend: () => Promise.resolve({ ok: true } as const),
      trySpend: () => true,
      facts: { limit: 0, remaining: 0, resetSeconds: 0 },
    };
    const socket = new DoorSocket(ws, allowance, options, log);
    const session = new HearingDoor(rest.bus, new SpeechOffers(rest.bus, new VoiceList(rest.bus)), log).open(
      socket,
      testAdmission().limiter.meterOf({ keyId: 'key' }),
    );
    const configured = session.receive(config({ voiceProfileConfig: { enableVoiceProfile: true } }));
    await waitFor('the worker', 20_000, () => ears.stream !== undefined);
    session.closed();
    goOn();
    await configured;
    expect(ears.opens).toHaveLength(1);
    await waitFor('the end of the stream', 20_000, () => ears.stream?.closed === true);
    ws.terminate();
  });

  it('says so when the worker is lost', async () => {
    const client = await Client.open(path);
    client.send(config());
    await waitFor('the worker', 20_000, () => ears.stream !== undefined);
    ears.stream?.close({ code: 'draining', message: 'stopping', retryable: true });
    await waitFor('the close', 20_000, () => client.closed !== undefined);
    expect([client.kinds, client.closed]).toEqual([['error 14'], 1011]);
  });
});

async function servePersona(bus: MemoryBus): Promise<void> {
  await serveWorker(bus, 'persona', ({ stream }) => ({
    onFrame: ({ payload }) => {
      const { utteranceEnded } = decode(v1.PerceiveInput, payload);
      if (utteranceEnded == null) return;
      const emotion = [
        { label: 'calm', confidence: 0.8 },
        { label: 'sad', confidence: 0.1 },
      ];
      const { UTTERANCE } = v1.PerceptionEvent.Scope;
      const event = { scope: UTTERANCE, utterance: utteranceEnded.utterance ?? 0, perception: { emotion } };
      stream.send(encode(v1.PerceptionEvent, event));
    },
    onClose: () => undefined,
  }));
}
