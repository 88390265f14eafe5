import OpenAI from 'openai';
import type { RealtimeClientEvent, RealtimeServerEvent } from 'openai/resources/realtime/realtime';
import { OpenAIRealtimeWS } from 'openai/realtime/ws';
import { RealtimeClient, Stack, field, recordedUtterance, silence } from '@parley/testing';
import type { ReceivedEvent } from '@parley/testing';
import { startTap } from './support/tap';
import type { Tap } from './support/tap';
import { userTurn } from './support/order';
import { barrier } from './support/turns';

const words = 'Tell me more.';
const transcriptions = 'conversation.item.input_audio_transcription';

/** Sessions that only listen, where there is nothing but a recogniser: no model, no voice. */
describe('transcription sessions', () => {
  let stack: Stack;
  let front: Tap;
  let openai: OpenAI;

  beforeAll(async () => {
    stack = await Stack.start({
      engines: 'stand-in',
      counts: { 'llm-router': 0, 'tts-worker': 0, 'persona-analyzer': 0 },
      env: { PARLEY_TEST_TRANSCRIPT: words },
    });
    front = await startTap(stack.port, { tls: true });
    openai = new OpenAI({ apiKey: 'sk-test', baseURL: `${stack.url.replace('ws', 'http')}/v1` });
  });

  afterAll(async () => {
    await front?.close();
    await stack?.stop();
  });

  it('the stock client hears its turns as words, and nothing else', async () => {
    const stock = new OpenAI({ apiKey: 'sk-test', baseURL: `${front.url}/v1` });
    const rt = new OpenAIRealtimeWS(
      { intent: 'transcription', options: { rejectUnauthorized: false } },
      stock,
    );
    const client = new StockClient(rt);
    expect(await client.waitFor('session.created')).toMatchObject({
      session: {
        type: 'transcription',
        object: 'realtime.transcription_session',
        audio: { input: { transcription: {}, turn_detection: { type: 'server_vad' } } },
      },
    });
    rt.send({
      type: 'session.update',
      session: {
        type: 'transcription',
        audio: {
          input: {
            transcription: { model: 'gpt-4o-transcribe', language: 'en' },
            turn_detection: { type: 'server_vad', silence_duration_ms: 300 },
          },
        },
      },
    });
    const { session } = await client.waitFor('session.updated');
    expect(session).not.toHaveProperty('audio.output');
    expect(session).not.toHaveProperty('instructions');
    for (const event of appends(Buffer.concat([recordedUtterance(), silence(1_000)]))) rt.send(event);
    const completed = await client.waitFor(`${transcriptions}.completed`);
    const committed = await client.waitFor('input_audio_buffer.committed');
    expect(completed).toMatchObject({
      item_id: committed.item_id,
      content_index: 0,
      transcript: words,
      usage: { type: 'duration', seconds: expect.any(Number) },
    });
    const types = client.events.map(({ type }) => type).filter((type) => !type.startsWith('session.'));
    expect(types.filter((type) => !type.startsWith(transcriptions))).toEqual(userTurn);
    rt.close();
  });

  it('push-to-talk: the client commits, and gets its words', async () => {
    const client = await open({ query: { intent: 'transcription' } });
    await update(client, { audio: { input: { turn_detection: null } } });
    const turns = [recordedUtterance(), recordedUtterance()];
    for (const turn of turns) {
      const from = client.mark();
      for (const event of appends(turn)) client.send({ ...event });
      client.send({ type: 'input_audio_buffer.commit' });
      const completed = await client.waitFor(`${transcriptions}.completed`, { from });
      expect(completed.body).toMatchObject({
        transcript: words,
        usage: { type: 'duration', seconds: expect.closeTo(turn.length / 48_000, 1) },
      });
    }
    const committed = client.events.filter((e) => e.type === 'input_audio_buffer.committed');
    expect(committed.map((e) => e.body['previous_item_id'])).toEqual([null, committed[0]?.body['item_id']]);
    expect(client.types().filter((type) => type.startsWith('response.') || type === 'error')).toEqual([]);
    await client.close();
  });

  it.each<[string, object, string]>([
    ['keywords', { keywords: ['[[hear: Kazimir]]'] }, 'Kazimir'],
    ['a prompt', { prompt: '[[hear: a call]]' }, 'a call'],
    ['a language', { language: 'de-AT', prompt: '[[hear: {language}]]' }, 'de'],
    ['languages', { languages: ['pt-BR', 'es'], prompt: '[[hear: {language}]]' }, 'pt'],
    ['a delay', { delay: 'xhigh' }, words],
  ])('%s: told back, and told to the recogniser', async (_, transcription, transcript) => {
    const client = await open({ query: { intent: 'transcription' } });
    const updated = await update(client, { audio: { input: { transcription, turn_detection: null } } });
    expect(field(updated, 'session.audio.input.transcription')).toEqual({
      model: 'default',
      ...transcription,
    });
    for (const event of appends(recordedUtterance())) client.send({ ...event });
    client.send({ type: 'input_audio_buffer.commit' });
    const completed = await client.waitFor(`${transcriptions}.completed`);
    expect(completed.body['transcript']).toBe(transcript);
    await client.close();
  });

  it.each<[string, object, string, string | null]>([
    ['a response', { type: 'response.create' }, 'invalid_session_type', 'type'],
    [
      'becoming another session',
      { type: 'session.update', session: { type: 'realtime' } },
      'invalid_session_type',
      'session.type',
    ],
    [
      'a voice',
      { type: 'session.update', session: { type: 'transcription', audio: { output: { voice: 'x' } } } },
      'unknown_parameter',
      'session.audio.output',
    ],
    [
      'log probabilities',
      {
        type: 'session.update',
        session: { type: 'transcription', include: ['item.input_audio_transcription.logprobs'] },
      },
      'unsupported_value',
      'session.include[0]',
    ],
    [
      'one language and several',
      {
        type: 'session.update',
        session: {
          type: 'transcription',
          audio: { input: { transcription: { language: 'en', languages: ['de'] } } },
        },
      },
      'invalid_value',
      'session.audio.input.transcription.languages',
    ],
    [
      'an unknown microphone',
      {
        type: 'session.update',
        session: { type: 'transcription', audio: { input: { noise_reduction: { type: 'mid_field' } } } },
      },
      'invalid_value',
      'session.audio.input.noise_reduction.type',
    ],
    ['a short commit', { type: 'input_audio_buffer.commit' }, 'input_audio_buffer_commit_empty', null],
  ])('%s is a clear error, and the session goes on', async (_, event, code, param) => {
    const client = await open({ query: { intent: 'transcription' } });
    client.send({ ...event, event_id: 'asked' });
    expect(field(await client.waitFor('error'), 'error')).toMatchObject({ code, param, event_id: 'asked' });
    await barrier(client);
    await client.close();
  });

  it('a realtime session does not become one', async () => {
    const client = await open({});
    client.send({ type: 'session.update', session: { type: 'transcription' } });
    expect(field(await client.waitFor('error'), 'error.code')).toBe('invalid_session_type');
    await client.close();
  });

  it.each([
    ['client_secrets', { type: 'transcription', audio: { input: { turn_detection: null } } }],
    ['transcription_sessions', { turn_detection: null }],
  ])('a secret of %s opens one, as it is configured', async (endpoint, config) => {
    const secret = await secretOf(endpoint, config);
    const client = await open({ key: secret });
    expect(field(await client.waitFor('session.created'), 'session')).toMatchObject({
      type: 'transcription',
      audio: { input: { turn_detection: null } },
    });
    for (const event of appends(recordedUtterance())) client.send({ ...event });
    client.send({ type: 'input_audio_buffer.commit' });
    const completed = await client.waitFor(`${transcriptions}.completed`);
    expect(completed.body['transcript']).toBe(words);
    await client.close();
  });

  async function secretOf(endpoint: string, config: object): Promise<string> {
    if (endpoint === 'client_secrets') {
      const { value, session } = await openai.realtime.clientSecrets.create({
        session: { type: 'transcription', ...config },
      });
      expect(session).toMatchObject({ type: 'transcription', object: 'realtime.transcription_session' });
      return value;
    }
    const { client_secret } = await openai.beta.realtime.transcriptionSessions.create(config);
    return client_secret.value;
  }

  async function open(options: {
    readonly key?: string;
    readonly query?: Record<string, string>;
  }): Promise<RealtimeClient> {
    const transcribes = options.key !== undefined || options.query !== undefined;
    const client = await RealtimeClient.connect({
      url: stack.url,
      ...(transcribes && { model: '' }),
      ...options,
    });
    await client.waitFor('session.created');
    return client;
  }
});

async function update(client: RealtimeClient, session: object): Promise<ReceivedEvent> {
  const from = client.mark();
  client.send({ type: 'session.update', session: { type: 'transcription', ...session } });
  return client.waitFor('session.updated', { from });
}

/** Faster than it is spoken: the service counts in samples. */
function appends(pcm: Buffer): Extract<RealtimeClientEvent, { type: 'input_audio_buffer.append' }>[] {
  const bytes = 4_800;
  return Array.from({ length: Math.ceil(pcm.length / bytes) }, (_, i) => ({
    type: 'input_audio_buffer.append',
    audio: pcm.subarray(i * bytes, (i + 1) * bytes).toString('base64'),
  }));
}

type Of<T extends RealtimeServerEvent['type']> = Extract<RealtimeServerEvent, { type: T }>;

class StockClient {
  readonly events: RealtimeServerEvent[] = [];
  private failure: Error | undefined;

  constructor(rt: OpenAIRealtimeWS) {
    rt.on('event', (event) => this.events.push(event));
    rt.on('error', (error) => (this.failure = error));
  }

  async waitFor<T extends RealtimeServerEvent['type']>(type: T): Promise<Of<T>> {
    const deadlineMs = performance.now() + 20_000;
    for (;;) {
      const found = this.events.find((event): event is Of<T> => event.type === type);
      if (found !== undefined) return found;
      if (this.failure !== undefined) throw this.failure;
      if (performance.now() > deadlineMs) throw new Error(`no ${type}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
