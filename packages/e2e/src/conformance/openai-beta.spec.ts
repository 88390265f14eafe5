import { OpenAI } from 'openai-v4';
import { OpenAIRealtimeWS } from 'openai-v4/beta/realtime/ws';
import type { SessionUpdateEvent } from 'openai-v4/resources/beta/realtime/realtime';
import { RealtimeClient, recordedUtterance, waitFor } from '@parley/testing';
import { microphone, silence } from '../support/microphone';
import type { Tap } from '../support/tap';
import { tapped } from '../support/tapped';

type Body = Record<string, unknown>;

/** OpenAI's own client from the days of the beta, unmodified: only its address and key point here. */
describe('the beta realtime class of the openai package, version 4', () => {
  const here = tapped(
    'openai-beta',
    { client: 'openai 4, beta class', package: 'openai-v4', dialect: 'beta, WebSocket' },
    { env: { PARLEY_TEST_TRANSCRIPT: 'Tell me more.' }, tls: true },
  );

  it('is told of the session in its own shape, and changes it', async () => {
    const client = await BetaClient.connect(here.tap);
    expect(client.first('session.created')['session']).toMatchObject({
      object: 'realtime.session',
      modalities: ['audio', 'text'],
      input_audio_format: 'pcm16',
      output_audio_format: 'pcm16',
      turn_detection: { type: 'server_vad' },
      temperature: 0.8,
      max_response_output_tokens: 'inf',
    });
    const session: SessionUpdateEvent.Session = {
      modalities: ['text'],
      instructions: 'Be brief.',
      voice: 'alloy',
      input_audio_format: 'g711_ulaw',
      temperature: 0.6,
      max_response_output_tokens: 200,
      turn_detection: { type: 'server_vad', threshold: 0.4, silence_duration_ms: 400 },
    };
    client.rt.send({ type: 'session.update', session });
    const updated = await client.next('session.updated');
    expect(updated['session']).toMatchObject(session);
    expect(updated['session']).not.toHaveProperty('audio');
    client.close();
  });

  it('holds a text turn, each item created once', async () => {
    const client = await BetaClient.connect(here.tap);
    client.rt.send({ type: 'session.update', session: { modalities: ['text'] } });
    await client.next('session.updated');
    const from = client.events.length;
    client.rt.send({
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hello there' }] },
    });
    client.rt.send({ type: 'response.create', response: { temperature: 1.2 } });
    const done = await client.next('response.done', from);
    expect(done['response']).toMatchObject({
      object: 'realtime.response',
      status: 'completed',
      modalities: ['text'],
      temperature: 1.2,
      output: [
        {
          object: 'realtime.item',
          role: 'assistant',
          content: [{ type: 'text', text: 'You said: Hello there.' }],
        },
      ],
    });
    expect(client.life(from)).toEqual([
      'conversation.item.created',
      'response.created',
      'response.output_item.added',
      'conversation.item.created',
      'response.content_part.added',
      'Δ',
      'response.text.done',
      'response.content_part.done',
      'response.output_item.done',
      'response.done',
    ]);
    client.close();
  });

  it('holds a spoken turn with server VAD', async () => {
    const client = await BetaClient.connect(here.tap);
    client.rt.send({
      type: 'session.update',
      session: {
        input_audio_transcription: { model: 'whisper-1' },
        turn_detection: { type: 'server_vad', silence_duration_ms: 300 },
      },
    });
    await client.next('session.updated');
    const from = client.events.length;
    await microphone(Buffer.concat([recordedUtterance(), silence(1_000)]), (frame) =>
      client.rt.send({ type: 'input_audio_buffer.append', audio: frame.toString('base64') }),
    );
    await client.next('response.done', from);
    expect(client.errors).toEqual([]);
    expect(client.life(from)).toEqual([
      'input_audio_buffer.speech_started',
      'input_audio_buffer.speech_stopped',
      'input_audio_buffer.committed',
      'conversation.item.created',
      'response.created',
      'response.output_item.added',
      'conversation.item.created',
      'response.content_part.added',
      'Δ',
      'response.audio.done',
      'response.audio_transcript.done',
      'response.content_part.done',
      'response.output_item.done',
      'response.done',
    ]);
    const heard = client.first('conversation.item.input_audio_transcription.completed', from);
    expect(heard['transcript']).toBe('Tell me more.');
    const audio = client.events.slice(from).filter(({ type }) => type === 'response.audio.delta');
    expect(
      audio.reduce((sum, { delta }) => sum + Buffer.from(String(delta), 'base64').length, 0),
    ).toBeGreaterThan(24_000);
    client.close();
  });

  it('has its tools called', async () => {
    const client = await BetaClient.connect(here.tap);
    client.rt.send({
      type: 'session.update',
      session: {
        modalities: ['text'],
        tools: [{ type: 'function', name: 'weather', parameters: { type: 'object', properties: {} } }],
      },
    });
    const from = client.events.length;
    client.rt.send({
      type: 'conversation.item.create',
      item: {
        type: 'message',
        role: 'user',
        content: [{ type: 'input_text', text: '[[tool: weather {"city":"Ulm"}]]' }],
      },
    });
    client.rt.send({ type: 'response.create' });
    const call = await client.next('response.function_call_arguments.done', from);
    expect(call).toMatchObject({ arguments: '{"city":"Ulm"}' });
    const { response } = await client.next('response.done', from);
    expect((response as { output: unknown[] }).output).toMatchObject([
      { object: 'realtime.item', type: 'function_call', name: 'weather', call_id: call['call_id'] },
    ]);
    client.close();
  });

  it('is told what is wrong by the names it used', async () => {
    const client = await BetaClient.connect(here.tap);
    client.rt.send({ type: 'session.update', event_id: 'mine', session: { temperature: 3 } });
    await waitFor('the error', 20_000, () => client.errors.length === 1);
    expect(client.errors[0]).toMatchObject({
      code: 'invalid_value',
      param: 'session.temperature',
      event_id: 'mine',
    });
    client.close();
  });

  // The client of those days opens no such session by itself.
  it('only transcribes when asked to', async () => {
    const client = await RealtimeClient.connect({
      url: here.stack.url,
      query: { intent: 'transcription' },
      headers: { 'openai-beta': 'realtime=v1' },
    });
    await client.waitFor('transcription_session.created');
    client.send({
      type: 'transcription_session.update',
      session: {
        input_audio_format: 'pcm16',
        input_audio_transcription: { model: 'gpt-4o-transcribe' },
        turn_detection: { type: 'server_vad', silence_duration_ms: 300 },
      },
    });
    const { body } = await client.waitFor('transcription_session.updated');
    expect(body['session']).toMatchObject({ input_audio_format: 'pcm16' });
    await client.speak(Buffer.concat([recordedUtterance(), silence(1_000)]));
    const heard = await client.waitFor('conversation.item.input_audio_transcription.completed', {
      timeoutMs: 30_000,
    });
    expect(heard.body['transcript']).toBe('Tell me more.');
    expect(client.types()).not.toContain('response.created');
    await client.close();
  });
});

const deltas = ['response.audio.delta', 'response.audio_transcript.delta', 'response.text.delta'];

class BetaClient {
  readonly events: (Body & { type: string })[] = [];
  readonly errors: unknown[] = [];

  private constructor(readonly rt: OpenAIRealtimeWS) {
    rt.on('event', (event) => this.events.push(event as unknown as Body & { type: string }));
    rt.on('error', ({ error }) => this.errors.push(error));
  }

  static async connect(tap: Tap): Promise<BetaClient> {
    const api = new OpenAI({ apiKey: 'sk-test', baseURL: `${tap.url}/v1` });
    const rt = new OpenAIRealtimeWS(
      { model: 'gpt-4o-realtime-preview', options: { rejectUnauthorized: false } },
      api,
    );
    const client = new BetaClient(rt);
    await client.next('session.created');
    return client;
  }

  async next(type: string, from = 0): Promise<Body> {
    await waitFor(type, 30_000, () => this.events.slice(from).some((event) => event.type === type));
    return this.first(type, from);
  }

  first(type: string, from = 0): Body {
    const found = this.events.slice(from).find((event) => event.type === type);
    if (found === undefined) throw new Error(`no ${type}`);
    return found;
  }

  /** Types in order, without the transcription track; runs of deltas as one entry. */
  life(from: number): string[] {
    const types = this.events
      .slice(from)
      .map(({ type }) => (deltas.includes(type) ? 'Δ' : type))
      .filter((type) => !type.includes('input_audio_transcription'));
    return types.filter((type, index) => type !== 'Δ' || types[index - 1] !== 'Δ');
  }

  close(): void {
    this.rt.close();
  }
}
