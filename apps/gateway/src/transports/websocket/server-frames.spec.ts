import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createRequire } from 'node:module';
import { PassThrough, type Writable } from 'node:stream';
import { headBytes, opcode, ServerFrames } from './server-frames';

interface Received {
  readonly code: number;
  readonly payload: Buffer;
}

/** What a WebSocket client reads: the frames of a server are judged by ws and not by ourselves. */
const { Receiver } = createRequire(__filename)('ws') as {
  Receiver: new (options: { isServer: boolean; maxPayload: number }) => Writable;
};

function reader(): { readonly from: Writable; readonly received: Received[] } {
  const from = new Receiver({ isServer: false, maxPayload: 0 });
  const received: Received[] = [];
  from.on('error', (error) => (failure = error));
  from.on('message', (payload: Buffer, isBinary: boolean) =>
    received.push({ code: isBinary ? opcode.binary : opcode.text, payload: Buffer.from(payload) }),
  );
  return { from, received };
}

function sendTo(
  frames: ServerFrames,
  payload: Buffer,
  code: (typeof opcode)['text' | 'binary'] = opcode.binary,
) {
  const frame = frames.frame(code, payload.length);
  frame.set(payload, headBytes(payload.length));
  frames.send(frame);
}

/** Unlike any other. */
const payloadOf = (number: number, bytes: number): Buffer =>
  Buffer.from(Array.from({ length: bytes }, (_, at) => (number * 31 + at * 7) & 0xff));

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

let server: Server;
let clients: Socket[];
let sockets: Socket[];
/** Something was read that is no frame. */
let failure: Error | undefined;

beforeEach(async () => {
  failure = undefined;
  sockets = [];
  clients = [];
  server = createServer((socket) => void sockets.push(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(() => {
  failure = new Error('the test is over');
  for (const client of clients) client.destroy();
  server.close();
});

async function pair(): Promise<{ socket: Socket; client: Socket }> {
  const { port } = server.address() as AddressInfo;
  const accepted = once(server, 'connection');
  const client = connect({ port, host: '127.0.0.1' });
  clients.push(client);
  await accepted;
  return { socket: sockets.at(-1)!, client };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    if (failure) throw failure;
    await turn();
  }
}

it.each([0, 1, 125, 126, 127, 65_535, 65_536, 300_000])(
  'a payload of %d bytes is a whole frame, of text and of bytes',
  async (bytes) => {
    const stream = new PassThrough();
    const { from, received } = reader();
    stream.pipe(from);
    const frames = new ServerFrames(stream);
    const text = Buffer.alloc(bytes, 'x');
    sendTo(frames, text, opcode.text);
    sendTo(frames, payloadOf(1, bytes));
    await until(() => received.length === 2);
    expect(received[0]!.code).toBe(opcode.text);
    expect(received[0]!.payload.equals(text)).toBe(true);
    expect(received[1]!.code).toBe(opcode.binary);
    expect(received[1]!.payload.equals(payloadOf(1, bytes))).toBe(true);
  },
);

it('what is written in one turn leaves in one write, in order, and between it what others wrote to the socket', async () => {
  const { socket, client } = await pair();
  const chunks: Buffer[] = [];
  client.on('data', (chunk: Buffer) => chunks.push(chunk));
  const frames = new ServerFrames(socket);
  sendTo(frames, payloadOf(1, 10));
  socket.write(Buffer.from([0x89, 0]));
  sendTo(frames, payloadOf(2, 10));
  expect(socket.writableLength).toBe(26);
  await until(() => Buffer.concat(chunks).length === 26);
  const first = Buffer.concat([Buffer.from([0x82, 10]), payloadOf(1, 10)]);
  const second = Buffer.concat([Buffer.from([0x82, 10]), payloadOf(2, 10)]);
  expect(Buffer.concat(chunks).equals(Buffer.concat([first, Buffer.from([0x89, 0]), second]))).toBe(true);
});

it('memory that is used again is not used while a client that reads slowly is still to get what is in it', async () => {
  const slow = await pair();
  const fast = await pair();
  slow.client.pause();
  const fastReader = reader();
  fast.client.pipe(fastReader.from);
  const [toSlow, toFast] = [new ServerFrames(slow.socket), new ServerFrames(fast.socket)];
  const sizes = [40, 6_600, 120, 70_000, 300, 90_000];
  const sent: Buffer[] = [];
  // More than the system keeps for a client that does not read, and then some.
  for (let turnsBeyond = 0; turnsBeyond < 20;) {
    for (let inTurn = 0; inTurn < 3; inTurn += 1) {
      const payload = payloadOf(sent.length, sizes[sent.length % sizes.length]!);
      sent.push(payload);
      sendTo(toSlow, payload);
      sendTo(toFast, payload);
    }
    await turn();
    if (slow.socket.writableLength > 0) turnsBeyond += 1;
  }
  const slowReader = reader();
  slow.client.pipe(slowReader.from);
  await until(() => slowReader.received.length === sent.length && fastReader.received.length === sent.length);
  for (const { received } of [slowReader, fastReader]) {
    expect(received.findIndex(({ payload }, at) => !payload.equals(sent[at]!))).toBe(-1);
  }
}, 30_000);

it('more than there is room for in one turn leaves all the same', async () => {
  const { socket, client } = await pair();
  const { from, received } = reader();
  client.pipe(from);
  const frames = new ServerFrames(socket);
  const sent = Array.from({ length: 12 }, (_, number) => payloadOf(number, 50_000));
  for (const payload of sent) sendTo(frames, payload);
  await until(() => received.length === sent.length);
  expect(received.every(({ payload }, at) => payload.equals(sent[at]!))).toBe(true);
});

it('a socket that is cut while something is to leave keeps nobody else from it', async () => {
  const cut = await pair();
  const other = await pair();
  cut.socket.on('error', () => undefined);
  const { from, received } = reader();
  other.client.pipe(from);
  const [toCut, toOther] = [new ServerFrames(cut.socket), new ServerFrames(other.socket)];
  sendTo(toCut, payloadOf(1, 100));
  sendTo(toOther, payloadOf(2, 100));
  cut.socket.destroy();
  await until(() => received.length === 1);
  sendTo(toCut, payloadOf(3, 100));
  sendTo(toOther, payloadOf(4, 100));
  await until(() => received.length === 2);
  expect(
    received.map(({ payload }) => payload.equals(payloadOf(2, 100)) || payload.equals(payloadOf(4, 100))),
  ).toEqual([true, true]);
});
