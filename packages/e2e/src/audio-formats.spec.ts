import { Stack, binaryFrame, field, recordedUtterance, silence, wireBytesPerMs } from '@parley/testing';
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
    [{ type: 'audio/pcm', rate: 12_345 }],
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

  it('binary frames carry the same audio, both ways and in the order of the events', async () => {
    const { client } = await Conversation.open(
      stack.url,
      { audio: { input: { turn_detection: { type: 'server_vad', silence_duration_ms: 300 } } } },
      'test-key',
      { parley: '1', audio: 'binary' },
    );
    const speech = Buffer.concat([recordedUtterance(), silence(1_000)]);
    // Odd lengths: a frame may end in the middle of a sample.
    for (let at = 0; at < speech.length; at += 4_801) {
      client.sendRaw(Buffer.concat([Buffer.from([1, 0, 4, 0]), speech.subarray(at, at + 4_801)]));
    }
    const done = await client.waitFor('response.done');
    const [item] = field(done, 'response.output') as { id: string }[];
    const frames = client.events.filter((event) => event.type === binaryFrame).map(deltaOf);
    expect(new Set(frames.map(({ responseId }) => responseId))).toEqual(
      new Set([field(done, 'response.id')]),
    );
    expect(new Set(frames.map(({ itemId }) => itemId))).toEqual(new Set([item?.id]));
    expect(client.types()).not.toContain('response.output_audio.delta');
    const types = client.types();
    expect(types.indexOf('response.content_part.added')).toBeLessThan(types.indexOf(binaryFrame));
    expect(types.lastIndexOf(binaryFrame)).toBeLessThan(types.indexOf('response.output_audio.done'));

    const heard = await retrieve(client, item?.id ?? '');
    expect(Buffer.compare(Buffer.concat(frames.map(({ audio }) => audio)), heard)).toBe(0);
    expect(heard.length / wireBytesPerMs({ type: 'audio/pcm' })).toBeGreaterThan(300);
    await client.close();
  });

  it.each([
    ['is no audio', Buffer.from([7, 7, 7, 7])],
    ['is cut short', Buffer.from([1, 0])],
    ['says its audio begins beyond its end', Buffer.from([1, 0, 255, 255, 1, 2])],
  ])('a binary frame that %s is a clear error, and the session goes on', async (_, frame) => {
    const query = { parley: '1', audio: 'binary' };
    const conversation = await Conversation.open(stack.url, {}, 'test-key', query);
    conversation.client.sendRaw(frame);
    expect(field(await conversation.client.waitFor('error'), 'error.code')).toBe('invalid_event');
    expect(field(await conversation.turn('Hello there'), 'response.status')).toBe('completed');
    await conversation.client.close();
  });

  it.each([
    [{ type: 'audio/pcm', rate: 96_000 }, 'rate'],
    [{ type: 'audio/float32', rate: 24_000 }, 'type'],
  ])('%j, which is not offered, is refused by name, and the session goes on', async (format, name) => {
    const { client } = await Conversation.open(stack.url);
    client.send({ type: 'session.update', session: { type: 'realtime', audio: { input: { format } } } });
    const error = await client.waitFor('error');
    expect(field(error, 'error')).toMatchObject({
      code: 'invalid_value',
      param: `session.audio.input.format.${name}`,
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

/** A binary frame of the server, as docs/binary-audio.md says. */
function deltaOf({ body }: ReceivedEvent): { responseId: string; itemId: string; audio: Buffer } {
  const frame = body['frame'] as Buffer;
  expect(frame[0]).toBe(2);
  const itemAt = 8 + frame.readUInt8(6);
  return {
    responseId: frame.toString('latin1', 8, itemAt),
    itemId: frame.toString('latin1', itemAt, itemAt + frame.readUInt8(7)),
    audio: frame.subarray(frame.readUInt16LE(2)),
  };
}

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
