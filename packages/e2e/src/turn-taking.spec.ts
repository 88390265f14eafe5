import { OtlpCollector, Stack, field, metricSum, recordedUtterance, waitFor } from '@parley/testing';
import { Conversation } from './support/conversation';
import { spokenTurn, vadWithTranscripts } from './support/turns';

/** Turns that end where they seem to, through the whole of Parley, with the acoustic ear that ships. */
describe('semantic_vad', () => {
  let stack: Stack;
  let collector: OtlpCollector;

  beforeAll(async () => {
    collector = await OtlpCollector.start();
    stack = await Stack.start({
      engines: 'stand-in',
      env: {
        PARLEY_TEST_TRANSCRIPT: 'I would like to book a table for four people.',
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      },
    });
  });

  afterAll(async () => {
    await stack?.stop();
    await collector?.stop();
  });

  it.each(['low', 'high'])('%s: a spoken sentence is one turn with one answer', async (eagerness) => {
    const { client } = await Conversation.open(stack.url, {
      audio: {
        input: {
          transcription: { model: 'whisper-1' },
          turn_detection: { type: 'semantic_vad', eagerness },
        },
      },
    });
    const stop = new AbortController();
    const longestWait = Buffer.alloc(48 * 9_000);
    const speaking = client.speak(Buffer.concat([recordedUtterance(), longestWait]), { signal: stop.signal });
    const done = await client.waitFor('response.done', { timeoutMs: 60_000 });
    stop.abort();
    await speaking;
    expect(field(done, 'response.status')).toBe('completed');
    const count = (type: string): number => client.types().filter((other) => other === type).length;
    expect(count('input_audio_buffer.speech_started')).toBe(1);
    expect(count('input_audio_buffer.committed')).toBe(1);
    expect(count('response.created')).toBe(1);
    const page = await stack.metrics('stt-worker');
    expect(metricSum(page, 'parley_stt_endpoint_decisions_total', {})).toBeGreaterThan(0);
    await client.close();
  });

  it('is one trace over all services: the session, its turn with every stage, and what each worker did for it', async () => {
    const { client } = await Conversation.open(stack.url, vadWithTranscripts());
    const created = await client.waitFor('session.created');
    await spokenTurn(client);
    await client.close();
    const sessionId = field(created, 'session.id');
    const find = () => collector.spans.find((span) => span.attributes['parley.session.id'] === sessionId);
    const inTrace = () => collector.spans.filter(({ traceId }) => traceId === find()?.traceId);
    const services = ['gateway', 'stt-worker', 'llm-router', 'tts-worker'];
    await waitFor('spans of every service', 20_000, () =>
      services.every((name) => inTrace().some(({ service }) => service === name)),
    );
    const spans = inTrace();
    const session = find();
    const turn = spans.find(({ name }) => name === 'turn');
    expect(turn).toMatchObject({
      parentSpanId: session?.spanId,
      attributes: { 'parley.response.status': 'completed' },
    });
    const stages = spans.filter(({ parentSpanId }) => parentSpanId === turn?.spanId).map(({ name }) => name);
    expect(stages).toEqual(expect.arrayContaining(['endpoint', 'first_token', 'first_byte', 'playout']));
    const under = spans.filter(({ parentSpanId }) => parentSpanId === session?.spanId);
    expect(under.map(({ service, name }) => `${service}: ${name}`)).toEqual(
      expect.arrayContaining(['stt-worker: transcribe', 'llm-router: chat scripted', 'tts-worker: speak']),
    );
    expect(JSON.stringify(spans)).not.toContain('table');
  });
});
