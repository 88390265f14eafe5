import { field, RealtimeClient, recordedUtterance, silence, Stack } from '@parley/testing';

const timeoutMs = 60_000;

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
