import {
  dial,
  eventually,
  startGateway,
  type RecordingSession,
  type TestClient,
  type TestGateway,
} from './test-support';

let target: TestGateway;
let client: TestClient;
let session: RecordingSession;

beforeEach(async () => {
  target = await startGateway();
  client = await dial(target.port);
  await client.event(0);
  session = target.sessions.sessions[0]!;
});

afterEach(async () => {
  client.socket.terminate();
  await target.stop();
});

const append = (audio: string, extra: object = {}) => ({
  type: 'input_audio_buffer.append',
  audio,
  ...extra,
});

/** What is sent next still works. */
async function stillWorks(): Promise<void> {
  const before = session.events.length;
  const seen = new Promise<void>((resolve) => (session.onEvent = () => resolve()));
  client.send({ type: 'input_audio_buffer.clear' });
  await seen;
  expect(session.events.length).toBe(before + 1);
  expect(client.closed).toBeUndefined();
}

it('sends session.created first, with an event_id and the whole session', () => {
  expect(client.events).toEqual([
    {
      type: 'session.created',
      event_id: expect.stringMatching(/^event_\w+$/),
      session: expect.objectContaining({
        type: 'realtime',
        object: 'realtime.session',
        id: session.id,
        model: 'm',
        tracing: null,
        include: null,
        audio: expect.objectContaining({
          input: expect.objectContaining({ transcription: null, noise_reduction: null }),
        }),
      }),
    },
  ]);
});

it.each<[string, string | Buffer, object]>([
  ['malformed JSON', '{"type":', { code: 'invalid_json', param: null, event_id: null }],
  ['an empty frame', '', { code: 'invalid_json' }],
  ['no object', '[1]', { code: 'invalid_event' }],
  ['no type', '{"event_id":"e"}', { code: 'invalid_event', event_id: 'e' }],
  ['an unknown type', '{"type":"x","event_id":"e"}', { code: 'invalid_value', param: 'type', event_id: 'e' }],
  [
    'a wrong field',
    '{"type":"session.update","session":{"type":"realtime","voice":1}}',
    { code: 'unknown_parameter', param: 'session.voice' },
  ],
  [
    'bad base64',
    '{"type":"input_audio_buffer.append","audio":"a","event_id":"e"}',
    { code: 'invalid_value', param: 'audio', event_id: 'e' },
  ],
  ['a binary frame', Buffer.from([1, 2, 3]), { code: 'invalid_event' }],
  [
    '49,000 nested arrays',
    `{"type":${'['.repeat(49_000)}${']'.repeat(49_000)}}`,
    { code: 'invalid_type', param: 'type' },
  ],
  ...['0', '{}', '[]', '""'].map((value): [string, string, object] => [
    `3,000,000 of ${value} in an item`,
    `{"type":"conversation.item.create","item":{"type":"message","role":"user","content":[${`${value},`.repeat(3_000_000)}0]}}`,
    { code: 'invalid_value', param: null, message: expect.stringContaining('too many values') },
  ]),
  [
    'fewer that are all wrong',
    `{"type":"response.create","response":{"input":[${'0,'.repeat(40_000)}0]}}`,
    { code: 'invalid_type', param: 'response.input[0]' },
  ],
])('answers %s with an error and goes on', async (_name, frame, error) => {
  client.socket.send(frame);
  const event = await client.event(1);
  expect(event).toEqual({
    type: 'error',
    event_id: expect.stringMatching(/^event_/),
    error: expect.objectContaining({ type: 'invalid_request_error', message: expect.any(String), ...error }),
  });
  expect(Object.keys((event as { error: object }).error).toSorted()).toEqual([
    'code',
    'event_id',
    'message',
    'param',
    'type',
  ]);
  await stillWorks();
});

it('counts the errors it sends by code', async () => {
  client.send('nonsense');
  await client.event(1);
  expect(await target.registry.getSingleMetricAsString('parley_gateway_client_errors_total')).toContain(
    'code="invalid_json",service="gateway"} 1',
  );
});

it('takes audio before any configuration, whatever way it is written', async () => {
  client.send(append('AAAA', { event_id: 'one' }));
  client.send(`{ "audio":"\\u0041QID" , "type":"input_audio_buffer.append"}`);
  await stillWorks();
  expect(session.appends.map(({ audio, eventId }) => [audio.toString('hex'), eventId])).toEqual([
    ['000000', 'one'],
    ['010203', undefined],
  ]);
});

it('takes audio in the order in which it was sent, in parts, between pings and after events', async () => {
  const { socket } = client;
  client.send(append('AAAA'));
  socket.send('{"type":"input_audio_buffer.append",', { fin: false });
  socket.ping();
  socket.send('"audio":"AQID"}', { fin: true });
  client.send(append('AgID'));
  client.send({ type: 'input_audio_buffer.commit' });
  client.send(append('AwID'));
  await eventually(() => session.appends.length === 4);
  expect(session.appends.map(({ audio }) => audio[0])).toEqual([0, 1, 2, 3]);
  expect(session.order).toEqual(['append', 'append', 'append', 'input_audio_buffer.commit', 'append']);
});

it('takes no audio any more after text that is not UTF-8', async () => {
  client.socket.send(Buffer.from([0x22, 0xff, 0x22]), { binary: false });
  client.send(append('AAAA'));
  await client.close();
  expect(session.appends).toEqual([]);
});

it('takes 15 MiB of audio in one event, and not a byte more', async () => {
  const bytes = 15 * 1024 * 1024;
  client.send(append(Buffer.alloc(bytes, 7).toString('base64')));
  await stillWorks();
  expect(session.appends.reduce((sum, { audio }) => sum + audio.length, 0)).toBe(bytes);
  client.send(append(Buffer.alloc(bytes + 3).toString('base64'), { event_id: 'big' }));
  expect(await client.event(1)).toMatchObject({
    error: { code: 'invalid_value', param: 'audio', event_id: 'big' },
  });
  await stillWorks();
});

it('takes a frame of 16 MiB that is no audio', async () => {
  const text = 'x'.repeat(16 * 1024 * 1024);
  client.send({ type: 'session.update', session: { type: 'realtime', instructions: text } });
  await eventually(() => session.events.length > 0);
  expect(session.events[0]).toMatchObject({ session: { instructions: text } });
  await stillWorks();
});

it('closes 1009 on a frame beyond the limit, and leaves others alone', async () => {
  const other = await dial(target.port);
  await other.event(0);
  client.socket.send(Buffer.alloc(22 * 1024 * 1024, 0x20).toString());
  expect((await client.close()).code).toBe(1009);
  await eventually(() => session.closeCode !== undefined);
  expect(target.sessions.active).toBe(1);
  other.send({ type: 'nope' });
  expect(await other.event(1)).toMatchObject({ error: { param: 'type' } });
  other.socket.close();
});

it('closes 1009 on audio beyond the limit too, and takes what is just within it', async () => {
  const within = JSON.stringify(append('A'.repeat(1200)));
  const small = await startGateway({ maxFrameBytes: within.length });
  const sender = await dial(small.port);
  await sender.event(0);
  sender.send(within);
  await eventually(() => small.sessions.sessions[0]?.appends.length === 1);
  sender.send(append('A'.repeat(1204)));
  expect((await sender.close()).code).toBe(1009);
  expect(small.sessions.sessions[0]?.appends).toHaveLength(1);
  await small.stop();
});

it('closes 1007 on text that is not UTF-8', async () => {
  client.socket.send(Buffer.from([0x22, 0xff, 0x22]), { binary: false });
  expect((await client.close()).code).toBe(1007);
});

it('processes a burst of 10,000 appends in order, between the events around it', async () => {
  const done = new Promise<void>((resolve) => {
    session.onEvent = (event) => event.type === 'input_audio_buffer.commit' && resolve();
  });
  client.send({ type: 'input_audio_buffer.clear' });
  const frame = Buffer.alloc(960);
  for (let index = 0; index < 10_000; index++) {
    frame.writeUInt32LE(index);
    client.send(append(frame.toString('base64')));
  }
  client.send({ type: 'input_audio_buffer.commit' });
  await done;
  expect(session.appends.map(({ audio }) => audio.readUInt32LE())).toEqual(
    Array.from({ length: 10_000 }, (_, i) => i),
  );
  expect(session.order[0]).toBe('input_audio_buffer.clear');
  expect(session.order.at(-1)).toBe('input_audio_buffer.commit');
  expect(client.events).toHaveLength(1);
});

it('sends audio of any length in one frame, in its place among the events', async () => {
  const ids = { response_id: 'r', item_id: 'i', output_index: 0, content_index: 0 };
  const lengths = [0, 3, 960, 48_000, 49_152, 300_000];
  for (const length of lengths) {
    session.connection.sendAudioDelta(ids, Buffer.alloc(length, length % 251));
    session.connection.send({ type: 'input_audio_buffer.cleared' });
  }
  await client.event(2 * lengths.length);
  const seen = client.events.slice(1).map((event) => ('delta' in event ? event.delta : event.type));
  expect(seen).toEqual(
    lengths.flatMap((length) => [
      Buffer.alloc(length, length % 251).toString('base64'),
      'input_audio_buffer.cleared',
    ]),
  );
});

it('ends only the session that throws, with an error', async () => {
  const other = await dial(target.port);
  await other.event(0);
  session.onEvent = () => {
    throw new Error('a defect');
  };
  client.send({ type: 'response.create' });
  expect(await client.event(1)).toMatchObject({ error: { type: 'server_error', code: 'server_error' } });
  expect((await client.close()).code).toBe(1011);
  other.send('?');
  expect(await other.event(1)).toMatchObject({ error: { code: 'invalid_json' } });
  other.socket.close();
});

it('has no half of a character in what a session is told, in names or in texts', async () => {
  const half = '🎉'.slice(0, 1);
  const seen = new Promise<void>((resolve) => (session.onEvent = () => resolve()));
  client.send({
    type: 'response.create',
    response: { instructions: `party ${half}`, metadata: { [half]: `${half}🎉` } },
  });
  await seen;
  expect(session.events.at(-1)).toMatchObject({
    response: { instructions: 'party \ufffd', metadata: { '\ufffd': '\ufffd🎉' } },
  });
});
