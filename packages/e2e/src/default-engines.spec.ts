import OpenAI, { toFile } from 'openai';
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
    // What is understood is looked at here, on machines that may be busy.
    stack = await Stack.start({ engines: 'default', env: { PARLEY_STT_FINAL_DEADLINE_MS: '120000' } });
  }, 180_000);

  afterAll(async () => {
    await stack?.stop();
  });

  it('hears a human, answers, and its reply is intelligible speech', async () => {
    const conversations: Awaited<ReturnType<typeof converse>>[] = [];
    // A small model now and then answers with a name or a homophone that no recogniser tells apart.
    while (conversations.length < 3 && !conversations.at(-1)?.intelligible)
      conversations.push(await converse(stack));
    expect(conversations.at(-1)).toMatchObject({ heardErrors: 0, status: 'completed', intelligible: true });
  }, 600_000);

  it('speaks a text as MP3 and hears it again, through the doors without a session', async () => {
    const client = new OpenAI({ apiKey: 'any', baseURL: `http://127.0.0.1:${stack.port}/v1`, maxRetries: 0 });
    const input = 'The weather is fine today. We will walk along the river in the afternoon.';
    const speech = await client.audio.speech.create({ model: 'tts-1', voice: 'alloy', input });
    const { text } = await client.audio.transcriptions.create({
      file: await toFile(Buffer.from(await speech.arrayBuffer()), 'speech.mp3'),
      model: 'whisper-1',
      language: 'en',
    });
    const { errors, words } = wordErrors(input, text);
    expect(words).toBe(14);
    expect(errors).toBeLessThanOrEqual(1);
  });
});

/** One spoken turn, and what the same recogniser hears in the reply. */
async function converse(stack: Stack): Promise<{
  heardErrors: number;
  status: unknown;
  spoken: string;
  back: string;
  intelligible: boolean;
}> {
  const caller = await speakTo(stack, recordedUtterance());
  const heard = await caller.waitFor('conversation.item.input_audio_transcription.completed', {
    timeoutMs: 120_000,
  });
  const done = await caller.waitFor('response.done', { timeoutMs: 120_000 });
  const spoken = caller.events
    .filter((event) => event.type === 'response.output_audio_transcript.done')
    .map((event) => String(event.body['transcript']))
    .join(' ');
  const reply = caller.audioOf(String(field(done, 'response.id')));
  await caller.close();

  const listener = await speakTo(stack, reply, { respond: false, realTime: false });
  const back = await hearEverything(listener);
  await listener.close();
  const { errors, words } = wordErrors(spoken, back);
  return {
    heardErrors: wordErrors(recordedTranscript(), String(heard.body['transcript'])).errors,
    status: field(done, 'response.status'),
    spoken,
    back,
    intelligible: words > 1 && errors / words <= 0.05,
  };
}

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
    timeoutMs: 120_000,
  });
  return String(completed.body['transcript']);
}
