import fs from 'node:fs';
import path from 'node:path';
import { field, RealtimeClient, recordedUtterance, repositoryRoot, silence, Stack } from '@parley/testing';

const timeoutMs = 60_000;

const jsonExamples = (page: string): string[] =>
  [
    ...fs
      .readFileSync(path.join(repositoryRoot(), 'docs', page), 'utf8')
      .matchAll(/^```json\n([\s\S]*?)^```$/gm),
  ].map(([, code = '']) => code);

/** Somebody says something over a long answer, to a client that pauses its player when it is told to. */
describe('speech over the assistant', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start({ engines: 'stand-in' });
  });

  afterAll(async () => {
    await stack?.stop();
  });

  /** The client, once the answer is being spoken. `heard`: what the recogniser makes of the speech. */
  async function listening(heard: string): Promise<RealtimeClient> {
    const client = await RealtimeClient.connect({ url: stack.url, query: { parley: '1' } });
    const prompt = `[[hear: ${heard}]]`;
    // A slow machine tells late that the voice is silent: length alone decides nothing here.
    const parley = { interruption: { min_speech_ms: 5_000 } };
    client.send({
      type: 'session.update',
      session: {
        type: 'realtime',
        parley,
        audio: { input: { transcription: { model: 'whisper-1', prompt } } },
      },
    });
    const content = [{ type: 'input_text', text: '[[repeat: 8]]' }];
    client.send({ type: 'conversation.item.create', item: { type: 'message', role: 'user', content } });
    client.send({ type: 'response.create' });
    await client.waitFor('response.output_audio.delta', { timeoutMs });
    return client;
  }

  it.each(jsonExamples('responsiveness.md'))('is not left to silence: example %#', async (code) => {
    const client = await RealtimeClient.connect({ url: stack.url, query: { parley: '1' } });
    const event = JSON.parse(code) as { session: { parley: unknown } };
    client.send(event);
    const updated = await client.waitFor('session.updated', { timeoutMs });
    expect(field(updated, 'session.parley')).toEqual(event.session.parley);
    await client.close();
  });

  it('of assent is no interruption: the answer pauses, goes on and is whole', async () => {
    const client = await listening('Mm-hmm.');
    await client.speak(Buffer.concat([recordedUtterance().subarray(0, 48 * 600), silence(1_500)]));
    const judged = await client.waitFor('parley.interruption', { timeoutMs });
    expect(field(judged, 'outcome')).toBe('dismissed');
    expect(field(judged, 'reason')).toBe('backchannel');
    const done = await client.waitFor('response.done', { timeoutMs });
    expect(field(done, 'response.status')).toBe('completed');
    const types = client.types();
    expect(types.indexOf('parley.output_audio.paused')).toBeGreaterThan(0);
    expect(types.indexOf('parley.output_audio.resumed')).toBeGreaterThan(
      types.indexOf('parley.output_audio.paused'),
    );
    expect(types).not.toContain('input_audio_buffer.speech_started');
    expect(types).not.toContain('input_audio_buffer.committed');
    await client.close();
  });

  it('of words waits for the end of a greeting that is not to be interrupted, and is answered then', async () => {
    const client = await RealtimeClient.connect({ url: stack.url, query: { parley: '1' } });
    const greeting = { text: 'Welcome, and thank you for calling us today.', interruptible: false };
    const prompt = '[[hear: Stop that, please.]]';
    client.send({
      type: 'session.update',
      session: {
        type: 'realtime',
        parley: { greeting },
        audio: { input: { transcription: { model: 'whisper-1', prompt } } },
      },
    });
    await client.waitFor('response.output_audio.delta', { timeoutMs });
    await client.speak(Buffer.concat([recordedUtterance().subarray(0, 48 * 1_000), silence(1_500)]));
    const done = await client.waitFor('response.done', { timeoutMs });
    expect(field(done, 'response.status')).toBe('completed');
    expect(field(done, 'response.output.0.content.0.transcript')).toBe(greeting.text);
    await client.waitFor((event) => event.type === 'response.done' && event !== done, { timeoutMs });
    const types = client.types();
    expect(types.indexOf('input_audio_buffer.speech_started')).toBeGreaterThan(
      types.indexOf('response.done'),
    );
    expect(types).not.toContain('parley.output_audio.paused');
    await client.close();
  });

  it('of words interrupts, in the order of the reference, and is answered', async () => {
    const client = await listening('Stop that, please.');
    await client.speak(Buffer.concat([recordedUtterance().subarray(0, 48 * 1_500), silence(1_500)]));
    const done = await client.waitFor('response.done', { timeoutMs });
    expect(field(done, 'response.status_details')).toEqual({ type: 'cancelled', reason: 'turn_detected' });
    const isAnswer = (event: { body: Record<string, unknown>; type: string }): boolean =>
      event.type === 'response.done' && event !== done;
    const answer = await client.waitFor(isAnswer, { timeoutMs });
    expect(field(answer, 'response.status')).toBe('completed');
    const order = [
      'parley.output_audio.paused',
      'input_audio_buffer.speech_started',
      'response.output_audio.done',
      'response.done',
      'input_audio_buffer.speech_stopped',
      'input_audio_buffer.committed',
    ];
    const types = client.types();
    const places = order.map((type) => types.indexOf(type));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    await client.close();
  });
});
