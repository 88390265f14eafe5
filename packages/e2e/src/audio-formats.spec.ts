import { Stack, field, recordedUtterance, silence, wireBytesPerMs } from '@parley/testing';
import type { ReceivedEvent, RealtimeClient, WireFormat } from '@parley/testing';
import { Conversation } from './support/conversation';

/** Every format a client may send and be sent is the same speech, at the same times. */
describe('audio formats', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start({ engines: 'stand-in', env: { PARLEY_TEST_TRANSCRIPT: 'Tell me more.' } });
  });

  afterAll(async () => {
    await stack?.stop();
  });

  const leadMs = 1_000;

  const formats: [WireFormat][] = [
    [{ type: 'audio/pcm', rate: 8_000 }],
    [{ type: 'audio/pcm', rate: 11_025 }],
    [{ type: 'audio/pcm', rate: 16_000 }],
    [{ type: 'audio/pcm', rate: 24_000 }],
    [{ type: 'audio/pcm', rate: 44_100 }],
    [{ type: 'audio/pcm', rate: 48_000 }],
    [{ type: 'audio/pcmu' }],
    [{ type: 'audio/pcma' }],
  ];

  it.each(formats)('a spoken turn in %j is heard where it is, kept and answered', async (format) => {
    const { client } = await Conversation.open(stack.url, {
      audio: {
        input: {
          format,
          transcription: { model: 'whisper-1' },
          turn_detection: { type: 'server_vad', silence_duration_ms: 300, prefix_padding_ms: 0 },
        },
        output: { format },
      },
    });
    expect(field(await client.waitFor('session.updated'), 'session.audio')).toMatchObject({
      input: { format },
      output: { format },
    });
    append(client, format, silence(leadMs, format));
    append(client, format, recordedUtterance(format));
    append(client, format, silence(1_000, format));
    const answer = await client.waitFor('response.done');
    expect(field(answer, 'response.status')).toBe('completed');
    expect(spokenMs(client, answer, format)).toBeGreaterThan(300);

    const started = await client.waitFor('input_audio_buffer.speech_started');
    expect(Number(started.body['audio_start_ms'])).toBeGreaterThan(leadMs - 100);
    expect(Number(started.body['audio_start_ms'])).toBeLessThan(leadMs + 600);

    const heard = await retrieve(client, String(started.body['item_id']));
    const stopped = await client.waitFor('input_audio_buffer.speech_stopped');
    const turnMs = Number(stopped.body['audio_end_ms']) - Number(started.body['audio_start_ms']);
    expect(heard.length / wireBytesPerMs(format)).toBeCloseTo(turnMs, -2);
    await client.close();
  });

  it('a rate that is not offered is refused by name, and the session goes on', async () => {
    const { client } = await Conversation.open(stack.url);
    const format = { type: 'audio/pcm', rate: 96_000 };
    client.send({ type: 'session.update', session: { type: 'realtime', audio: { input: { format } } } });
    const error = await client.waitFor('error');
    expect(field(error, 'error')).toMatchObject({
      code: 'invalid_value',
      param: 'session.audio.input.format.rate',
    });
    const from = client.mark();
    client.send({ type: 'session.update', session: { type: 'realtime', instructions: 'Go on.' } });
    await client.waitFor('session.updated', { from });
    await client.close();
  });

  it('the same words take the same time in every format', async () => {
    const lengths = await Promise.all(
      formats.map(async ([format]) => {
        const conversation = await Conversation.open(stack.url, { audio: { output: { format } } });
        const done = await conversation.turn('Hello there');
        await conversation.client.close();
        return spokenMs(conversation.client, done, format);
      }),
    );
    expect(Math.min(...lengths)).toBeGreaterThan(300);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(20);
  });
});

const spokenMs = (client: RealtimeClient, done: ReceivedEvent, format: WireFormat): number =>
  client.audioOf(String(field(done, 'response.id'))).length / wireBytesPerMs(format);

/** Faster than it is spoken: the service counts in samples. */
function append(client: RealtimeClient, format: WireFormat, audio: Buffer): void {
  const bytes = Math.round(wireBytesPerMs(format) * 100);
  for (let at = 0; at < audio.length; at += bytes) {
    const piece = audio.subarray(at, at + bytes).toString('base64');
    client.send({ type: 'input_audio_buffer.append', audio: piece });
  }
}

async function retrieve(client: RealtimeClient, itemId: string): Promise<Buffer> {
  client.send({ type: 'conversation.item.retrieve', item_id: itemId });
  const retrieved = await client.waitFor('conversation.item.retrieved');
  const [part] = field(retrieved, 'item.content') as { audio: string }[];
  return Buffer.from(part?.audio ?? '', 'base64');
}
