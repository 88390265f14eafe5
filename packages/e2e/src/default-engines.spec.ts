import {
  RealtimeClient,
  Stack,
  field,
  recordedTranscript,
  recordedUtterance,
  wordErrors,
} from '@parley/testing';

/** The engines a fresh installation has: real Whisper, a real language model, a real voice, nothing faked. */
describe('a conversation with the default engines', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start({ engines: 'default' });
  }, 180_000);

  afterAll(async () => {
    await stack?.stop();
  });

  it('hears a human, answers, and its reply is intelligible speech', async () => {
    const caller = await speakTo(stack, recordedUtterance());
    const heard = await caller.waitFor('conversation.item.input_audio_transcription.completed', {
      timeoutMs: 30_000,
    });
    expect(wordErrors(recordedTranscript(), String(heard.body['transcript']))).toMatchObject({ errors: 0 });

    const done = await caller.waitFor('response.done', { timeoutMs: 60_000 });
    expect(field(done, 'response.status')).toBe('completed');
    const spoken = caller.events
      .filter((event) => event.type === 'response.output_audio_transcript.done')
      .map((event) => String(event.body['transcript']))
      .join(' ');
    expect(spoken.split(/\s+/).length).toBeGreaterThan(1);
    const reply = caller.audioOf(String(field(done, 'response.id')));
    await caller.close();

    const listener = await speakTo(stack, reply, { respond: false, realTime: false });
    const back = await hearEverything(listener);
    const errors = wordErrors(spoken, back);
    expect({ spoken, back, share: errors.errors / errors.words <= 0.05 }).toMatchObject({ share: true });
    await listener.close();
  });
});

async function speakTo(
  stack: Stack,
  pcm: Buffer,
  options: { respond?: boolean; realTime?: boolean } = {},
): Promise<RealtimeClient> {
  const client = await RealtimeClient.connect({ url: stack.url });
  await client.waitFor('session.created');
  const respond = options.respond ?? true;
  client.send({
    type: 'session.update',
    session: {
      type: 'realtime',
      audio: {
        input: {
          transcription: { model: 'whisper-1', language: 'en' },
          turn_detection: respond ? { type: 'server_vad', silence_duration_ms: 300 } : null,
        },
      },
    },
  });
  await client.waitFor('session.updated');
  await client.speak(Buffer.concat([pcm, Buffer.alloc(48 * 1_500)]), { realTime: options.realTime ?? true });
  if (!respond) client.send({ type: 'input_audio_buffer.commit' });
  return client;
}

async function hearEverything(client: RealtimeClient): Promise<string> {
  const completed = await client.waitFor('conversation.item.input_audio_transcription.completed', {
    timeoutMs: 60_000,
  });
  return String(completed.body['transcript']);
}
