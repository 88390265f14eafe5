import { once } from 'node:events';
import { connect } from 'node:net';
import { storedKey } from '@parley/admission/test-support';
import { newKeyText } from '@parley/state';
import { WebSocket } from 'ws';
import { dial, eventually, startGateway, type TestGateway } from './test-support';
import type { WebSocketOptions } from './gateway';

let target: TestGateway;
const start = async (options: Partial<WebSocketOptions> = {}): Promise<TestGateway> =>
  (target = await startGateway(options));
afterEach(() => target.stop());

const ids = { response_id: 'resp_1', item_id: 'item_1', output_index: 0, content_index: 0 };
const tick = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const upgrade = (key: string): string =>
  `GET /v1/realtime?model=m HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
  `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\n` +
  `Authorization: Bearer ${key}\r\n\r\n`;

/** 100 appends, each of 960 bytes that begin with its number, masked with zeros. */
function appends(from: number): Buffer {
  const frames = Array.from({ length: 100 }, (_, index) => {
    const audio = Buffer.alloc(960);
    audio.writeUInt32LE(from + index);
    const payload = { type: 'input_audio_buffer.append', audio: audio.toString('base64') };
    const text = Buffer.from(JSON.stringify(payload));
    const head = Buffer.from([0x81, 0x80 | 126, text.length >> 8, text.length & 0xff, 0, 0, 0, 0]);
    return Buffer.concat([head, text]);
  });
  return Buffer.concat(frames);
}

it('keeps the order of what comes before the key is known, before session.created and after it', async () => {
  const find = async () => {
    await tick(50);
    return storedKey();
  };
  target = await startGateway({}, { keys: { find } });
  const { port, sessions } = target;
  sessions.autoStart = false;
  const socket = connect(port, '127.0.0.1');
  socket.resume();
  socket.write(Buffer.concat([Buffer.from(upgrade(newKeyText())), appends(0)]));
  await eventually(() => sessions.sessions.length === 1);
  const [session] = sessions.sessions;
  socket.write(appends(100));
  await tick(50);
  session?.start();
  socket.write(appends(200));
  await eventually(() => session?.appends.length === 300);
  expect(session?.appends.map(({ audio }) => audio.readUInt32LE())).toEqual(
    Array.from({ length: 300 }, (_, index) => index),
  );
  socket.destroy();
});

it('holds back what comes before session.created, and does not read on', async () => {
  const { port, sessions } = await start();
  sessions.autoStart = false;
  const client = await dial(port);
  const [session] = sessions.sessions;
  const payload = { type: 'input_audio_buffer.append', audio: Buffer.alloc(32_768).toString('base64') };
  for (let sent = 0; sent < 1000; sent++) client.send(payload);
  client.send({ type: 'input_audio_buffer.commit' });
  await tick(200);
  expect(session?.order).toEqual([]);
  expect(client.socket.bufferedAmount).toBeGreaterThan(1024 * 1024);

  const committed = new Promise<void>((resolve) => (session!.onEvent = () => resolve()));
  session?.start();
  await committed;
  expect(session?.appends).toHaveLength(1000);
  expect(session?.order.at(-1)).toBe('input_audio_buffer.commit');
  client.socket.terminate();
});

it('answers what is nested without an end, and lives on', async () => {
  const { port, sessions } = await start();
  const client = await dial(port);
  await client.event(0);
  const deep = `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`;
  for (const session of [
    `{"type":"realtime","tracing":{"metadata":${deep}}}`,
    `{"type":"realtime","tools":[{"type":"function","name":"f","parameters":${deep}}]}`,
    deep,
  ])
    client.send(`{"type":"session.update","session":${session}}`);
  client.send({ type: 'input_audio_buffer.clear' });
  await client.event(3);
  expect(client.events.slice(1).map(({ type }) => type)).toEqual(['error', 'error', 'error']);
  await eventually(() => sessions.sessions[0]?.order.length === 1);
  client.socket.terminate();
});

it('tells the client when the session does not start in time', async () => {
  const { port, sessions } = await start({ sessionStartMs: 50 });
  sessions.autoStart = false;
  const client = await dial(port);
  expect(await client.event(0)).toMatchObject({ type: 'error', error: { type: 'server_error' } });
  expect((await client.close()).code).toBe(1011);
});

it('lets a session refuse to start', async () => {
  const { port, sessions } = await start();
  sessions.autoStart = false;
  sessions.onOpen = ({ connection }) => {
    const error = {
      type: 'server_error',
      code: 'state_unavailable',
      message: 'm',
      param: null,
      event_id: null,
    } as const;
    connection.send({ type: 'error', error });
    connection.close(1013, 'state_unavailable');
  };
  const client = await dial(port);
  expect(await client.event(0)).toMatchObject({ error: { code: 'state_unavailable' } });
  expect(await client.close()).toEqual({ code: 1013, reason: 'state_unavailable' });
});

it('sends audio as base64 with its ids, and unique event ids throughout', async () => {
  const { port, sessions } = await start();
  const client = await dial(port);
  await client.event(0);
  const connection = sessions.sessions[0]!.connection;
  connection.sendAudioDelta(ids, new Uint8Array([1, 2, 3, 4]));
  connection.send({ type: 'input_audio_buffer.cleared' });
  await client.event(2);
  expect(client.events[1]).toEqual({
    type: 'response.output_audio.delta',
    event_id: expect.any(String),
    ...ids,
    delta: 'AQIDBA==',
  });
  expect(new Set(client.events.map((event) => event.event_id)).size).toBe(3);
  client.socket.terminate();
});

it('closes a client that does not read, at the cap, and frees what it held', async () => {
  const { port, sessions, registry } = await start({ maxBufferedBytes: 256 * 1024, closeTimeoutMs: 100 });
  const client = await dial(port);
  await client.event(0);
  client.socket.pause();
  const session = sessions.sessions[0]!;
  const delta = Buffer.alloc(48_000);
  let highest = 0;
  while (session.closeCode === undefined) {
    session.connection.sendAudioDelta(ids, delta);
    highest = Math.max(highest, session.connection.bufferedBytes);
    await tick(0);
  }
  expect(highest).toBeLessThan(256 * 1024 + 2 * 64_500);
  expect(session.connection.bufferedBytes).toBe(0);
  expect(target.gateway.connections).toBe(0);
  expect(await registry.getSingleMetricAsString('parley_gateway_slow_readers_total')).toMatch(/} 1$/);
  client.socket.terminate();
});

it('drops what is sent after the end', async () => {
  const { port, sessions } = await start();
  const client = await dial(port);
  await client.event(0);
  const session = sessions.sessions[0]!;
  const gone = once(client.socket, 'close');
  client.socket.close(1000);
  await gone;
  await eventually(() => session.closeCode !== undefined);
  expect(session.closeCode).toBe(1000);
  session.connection.send({ type: 'input_audio_buffer.cleared' });
  session.connection.sendAudioDelta(ids, new Uint8Array(2));
  session.connection.close(1000, '');
  expect(session.connection.bufferedBytes).toBe(0);
  expect(target.gateway.connections).toBe(0);
});

it('finds a client that has gone silent by ping', async () => {
  const { port, sessions } = await start({ pingMs: 40 });
  const socket = connect(port, '127.0.0.1');
  socket.write(upgrade('test-key'));
  const ended = once(socket, 'close');
  socket.resume();
  await ended;
  await eventually(() => sessions.sessions[0]?.closeCode !== undefined);
  expect(sessions.sessions[0]?.closeCode).toBe(1006);
});

it('keeps a client that answers pings', async () => {
  jest.useFakeTimers({
    doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout', 'clearTimeout', 'performance'],
  });
  try {
    const { port } = await start({ pingMs: 20_000 });
    const { socket } = await dial(port);
    for (let beats = 0; beats < 5; beats++) {
      const pinged = once(socket, 'ping');
      jest.advanceTimersByTime(20_000);
      await pinged;
      // Its answer is behind the client's own, which the server has read by then.
      socket.ping();
      await once(socket, 'pong');
    }
    expect(socket.readyState).toBe(WebSocket.OPEN);
    socket.terminate();
  } finally {
    jest.useRealTimers();
  }
});

it('drains: refuses the new, lets the old end, then sends them away', async () => {
  const { port, gateway } = await start();
  const [one, two] = [await dial(port), await dial(port)];
  await Promise.all([one.event(0), two.event(0)]);
  const drained = gateway.drain(200);
  await expect(dial(port)).rejects.toThrow('503');
  one.socket.close(1000);
  expect(await two.close()).toEqual({ code: 1001, reason: 'The server is shutting down.' });
  await drained;
});

it('drains at once when the last client has gone', async () => {
  const { port, gateway } = await start();
  const client = await dial(port);
  await client.event(0);
  const drained = gateway.drain(3_600_000);
  client.socket.close(1000);
  await expect(drained).resolves.toBeUndefined();
});
