import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import OpenAI from 'openai';
import { OpenAIRealtimeWS } from 'openai/realtime/ws';
import { recordedUtterance, repositoryRoot } from '@parley/testing';
import type { ReceivedEvent } from '@parley/testing';
import { lifeOf, spokenEnd, spokenResponse, userTurn, writtenResponse } from '../support/order';
import type { Tap } from '../support/tap';
import { tapped } from '../support/tapped';

const run = promisify(execFile);

/** The stock OpenAI client, unmodified: only its address and key point here. */
describe('the openai npm client over the GA realtime WebSocket', () => {
  const here = tapped(
    'openai',
    { client: 'openai', package: 'openai', dialect: 'GA, WebSocket' },
    { env: { PARLEY_TEST_TRANSCRIPT: 'Tell me more.' }, tls: true },
  );

  it('holds a text turn', async () => {
    const client = await connect(here.tap);
    client.rt.send({ type: 'session.update', session: { type: 'realtime', output_modalities: ['text'] } });
    await client.waitFor('session.updated');
    const from = client.events.length;
    client.rt.send({
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hello there' }] },
    });
    client.rt.send({ type: 'response.create' });
    const done = await client.waitFor('response.done', from);
    expect(done).toMatchObject({
      response: {
        status: 'completed',
        output: [{ role: 'assistant', content: [{ type: 'output_text', text: 'You said: Hello there.' }] }],
        usage: { input_token_details: { cached_tokens_details: {} }, output_token_details: {} },
      },
    });
    expect(lifeOf(client.events.slice(from))).toEqual([
      'conversation.item.added',
      'conversation.item.done',
      ...writtenResponse,
    ]);
    client.close();
  });

  it('holds a spoken turn with server VAD, events in the order of the reference', async () => {
    const client = await connect(here.tap);
    await client.configureSpeech();
    const from = client.events.length;
    await client.speak(recordedUtterance());
    await client.silence(1_000);
    const done = await client.waitFor('response.done', from);
    const events = client.events.slice(from);
    expect(lifeOf(events)).toEqual([...userTurn, ...spokenResponse]);

    const started = body(events, 'input_audio_buffer.speech_started');
    const committed = body(events, 'input_audio_buffer.committed');
    const added = body(events, 'conversation.item.added');
    expect(committed['item_id']).toBe(started['item_id']);
    expect(added).toMatchObject({
      previous_item_id: null,
      item: { id: started['item_id'], role: 'user', content: [{ type: 'input_audio', transcript: null }] },
    });
    const transcript = body(events, 'conversation.item.input_audio_transcription.completed');
    expect(transcript).toMatchObject({
      item_id: started['item_id'],
      content_index: 0,
      transcript: 'Tell me more.',
    });
    expect(done).toMatchObject({ response: { status: 'completed', status_details: null } });
    const seconds = audioBytes(events) / 48_000;
    expect(seconds).toBeGreaterThan(0.5);
    client.close();
  });

  it('is interrupted by speech in mid-reply', async () => {
    const client = await connect(here.tap);
    await client.configureSpeech();
    client.rt.send({
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: '[[repeat: 60]]' }] },
    });
    const from = client.events.length;
    client.rt.send({ type: 'response.create' });
    await client.waitFor('response.output_audio.delta', from);
    const interruptedFrom = client.events.length;
    await client.speak(recordedUtterance());
    await client.silence(1_000);
    const cancelled = await client.waitFor('response.done', from);
    expect(cancelled).toMatchObject({
      response: { status: 'cancelled', status_details: { type: 'cancelled', reason: 'turn_detected' } },
    });
    const next = await client.waitFor(
      'response.done',
      client.events.findIndex((e) => e.body === cancelled) + 1,
    );
    expect(next).toMatchObject({ response: { status: 'completed' } });

    const life = lifeOf(client.events.slice(interruptedFrom));
    const from2 = life.indexOf('input_audio_buffer.speech_started');
    expect(life.slice(from2)).toEqual([
      'input_audio_buffer.speech_started',
      ...spokenEnd,
      ...userTurn.slice(1),
      ...spokenResponse,
    ]);
    const incomplete = (cancelled['response'] as { output: Record<string, unknown>[] }).output[0];
    expect(incomplete).toMatchObject({ status: 'incomplete', role: 'assistant' });
    client.close();
  });
});

describe('the openai npm client for browsers', () => {
  const here = tapped(
    'openai-browser',
    { client: 'openai for browsers', package: 'openai', dialect: 'GA, WebSocket, key in a subprotocol' },
    { tls: true },
  );

  it('holds a text turn over the WebSocket of the platform', async () => {
    const program = join(repositoryRoot(), 'packages/e2e/dist/conformance/programs/openai-browser.js');
    const { stdout } = await run(process.execPath, ['--experimental-websocket', program, here.tap.url], {
      timeout: 60_000,
      env: { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    });
    expect(JSON.parse(stdout)).toMatchObject({ said: 'You said: Hello there.' });
  });
});

function body(events: readonly ReceivedEvent[], type: string): Record<string, unknown> {
  const found = events.find((event) => event.type === type);
  if (found === undefined) throw new Error(`no ${type}`);
  return found.body;
}

function audioBytes(events: readonly ReceivedEvent[]): number {
  return events
    .filter((event) => event.type === 'response.output_audio.delta')
    .reduce((sum, event) => sum + Buffer.from(String(event.body['delta']), 'base64').length, 0);
}

/** The stock client with a list of what it delivered. */
async function connect(tap: Tap): Promise<StockClient> {
  const api = new OpenAI({ apiKey: 'sk-test', baseURL: `${tap.url}/v1` });
  const rt = new OpenAIRealtimeWS({ model: 'gpt-realtime', options: { rejectUnauthorized: false } }, api);
  const client = new StockClient(rt);
  await client.waitFor('session.created');
  return client;
}

class StockClient {
  readonly events: ReceivedEvent[] = [];
  private readonly failures: Error[] = [];

  constructor(readonly rt: OpenAIRealtimeWS) {
    rt.on('event', (event) =>
      this.events.push({
        type: event.type,
        atMs: performance.now(),
        body: event as unknown as Record<string, unknown>,
      }),
    );
    rt.on('error', (error) => this.failures.push(error));
  }

  async configureSpeech(): Promise<void> {
    const from = this.events.length;
    this.rt.send({
      type: 'session.update',
      session: {
        type: 'realtime',
        audio: {
          input: {
            transcription: { model: 'whisper-1' },
            turn_detection: { type: 'server_vad', silence_duration_ms: 300 },
          },
        },
      },
    });
    await this.waitFor('session.updated', from);
  }

  async waitFor(type: string, from = 0): Promise<Record<string, unknown>> {
    const deadlineMs = performance.now() + 20_000;
    for (;;) {
      const found = this.events.slice(from).find((event) => event.type === type);
      if (found !== undefined) return found.body;
      if (this.failures[0] !== undefined) throw this.failures[0];
      if (performance.now() > deadlineMs)
        throw new Error(`no ${type}; seen ${lifeOf(this.events.slice(from)).join(' ')}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async speak(pcm: Buffer): Promise<void> {
    const frameBytes = 40 * 48;
    const startMs = performance.now();
    for (let offset = 0; offset < pcm.length; offset += frameBytes) {
      const dueMs = startMs + offset / 48 - performance.now();
      if (dueMs > 0) await new Promise((resolve) => setTimeout(resolve, dueMs));
      this.rt.send({
        type: 'input_audio_buffer.append',
        audio: pcm.subarray(offset, offset + frameBytes).toString('base64'),
      });
    }
  }

  silence(ms: number): Promise<void> {
    return this.speak(Buffer.alloc(ms * 48));
  }

  close(): void {
    this.rt.close();
  }
}
