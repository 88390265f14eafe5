import { Stack, field, metricSum, recordedUtterance } from '@parley/testing';
import { Conversation } from './support/conversation';

/** Turns that end where they seem to, through the whole of Parley, with the acoustic ear that ships. */
describe('semantic_vad', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start({
      engines: 'stand-in',
      env: { PARLEY_TEST_TRANSCRIPT: 'I would like to book a table for four people.' },
    });
  });

  afterAll(async () => {
    await stack?.stop();
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
});
