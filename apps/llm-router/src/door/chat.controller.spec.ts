import { MemoryBus, type Stream } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { openDoor, type OpenDoor } from '../testing/open-door';
import { ChatController } from './chat.controller';

let door: OpenDoor;
let line: Stream;
let outputs: v1.ChatOutput[];

beforeEach(async () => {
  door = await openDoor();
  await openLine();
});

async function openLine(): Promise<void> {
  const bus = new MemoryBus();
  const controller = new ChatController(door.door);
  await bus.serve({ service: 'chat', workerId: 'one', slots: 4 }, (incoming) => controller.line(incoming));
  outputs = [];
  line = await new MemoryBus(bus.network).open({
    service: 'chat',
    sessionId: 's',
    config: new Uint8Array(),
    handlers: {
      onFrame: ({ payload }) => outputs.push(decode(v1.ChatOutput, payload.slice())),
      onClose: () => undefined,
    },
  });
}
afterEach(() => door.close());

const send = (input: v1.ChatInput.$Properties) => line.send(encode(v1.ChatInput, input));

function ask(number: number, body: object, grant = 64): void {
  const bytes = Buffer.from(JSON.stringify(body));
  send({ request: number, body: bytes.subarray(0, 10) });
  send({ request: number, body: bytes.subarray(10), last: true, grant });
}

const of = (number: number) => outputs.filter(({ request }) => request === number);
const isOver = (number: number) => of(number).at(-1)?.end === v1.ChatEnd.CHAT_WHOLE;
const end = (number: number) => waitFor('the end', () => isOver(number));
const text = (number: number) => Buffer.concat(of(number).map(({ body }) => body)).toString();
const saying = (content: string, more: object = {}) => ({
  model: 'test/scripted',
  messages: [{ role: 'user', content }],
  ...more,
});

it('answers whole, with what it used', async () => {
  ask(1, saying('Hi'));
  await end(1);
  expect(of(1)[0]?.head).toMatchObject({ status: 200, contentType: 'application/json' });
  expect(JSON.parse(text(1))).toMatchObject({ choices: [{ message: { content: 'You said: Hi.' } }] });
  expect(of(1).at(-1)?.usage?.attempts).toMatchObject([
    { model: 'scripted', status: 'ok', usage: { inputTokens: 1, outputTokens: 3, estimated: false } },
  ]);
});

it('answers many at a time, each no faster than its caller reads', async () => {
  // More than fits in a piece.
  ask(1, saying('[[repeat: 500]]', { stream: true }), 1);
  ask(2, saying('Hi'));
  await end(2);
  await waitFor('the first', () => of(1).length === 1);
  expect(isOver(1)).toBe(false);
  send({ request: 1, grant: 10_000 });
  await end(1);
  expect(of(1)[0]?.head?.contentType).toMatch('text/event-stream');
  expect(text(1)).toMatch(/data: \[DONE\]\n\n$/);
  expect(text(1)).toContain('sentence');
  expect(JSON.parse(text(2))).toMatchObject({ choices: [{ message: { content: 'You said: Hi.' } }] });
});

it('tells what is wrong as HTTP would', async () => {
  ask(1, saying('Hi', { surprise: 1 }));
  send({ request: 2, body: Buffer.from('{'), last: true, grant: 1 });
  await end(1);
  await end(2);
  expect([of(1)[0]?.head?.status, of(2)[0]?.head?.status]).toEqual([400, 400]);
  expect(JSON.parse(text(1))).toMatchObject({ error: { code: 'unknown_parameter', param: 'surprise' } });
  expect(JSON.parse(text(2))).toMatchObject({ error: { code: 'invalid_json' } });
});

it('does not read what has too many values', async () => {
  const bytes = Buffer.from(JSON.stringify({ messages: Array.from({ length: 60_000 }, () => 0) }));
  for (let at = 0; at < bytes.length; at += 30_000)
    send({ request: 1, body: bytes.subarray(at, at + 30_000), last: at + 30_000 >= bytes.length, grant: 1 });
  await end(1);
  expect(of(1)[0]?.head?.status).toBe(400);
  expect(JSON.parse(text(1))).toMatchObject({ error: { code: 'invalid_value', param: null } });
  expect(JSON.parse(text(1)).error.message).toContain('too many values');
});

it('takes bodies and gives replies of several pieces', async () => {
  const long = 'long '.repeat(30_000);
  const bytes = Buffer.from(JSON.stringify(saying(long)));
  for (let at = 0; at < bytes.length; at += 30_000) {
    send({ request: 1, body: bytes.subarray(at, at + 30_000), last: at + 30_000 >= bytes.length, grant: 50 });
  }
  await end(1);
  expect(of(1).length).toBeGreaterThan(1);
  expect(JSON.parse(text(1)).choices[0].message.content).toContain(long.trim());
});

it('turns away what there is no room for, and has room again once an answer is over', async () => {
  await door.close();
  door = await openDoor({ roomBytes: 400 });
  await openLine();
  ask(1, saying('[[hang]]'));
  await waitFor('the answer', () => door.door.running === 1);
  ask(2, saying('long '.repeat(80)));
  await end(2);
  expect(of(2)[0]?.head).toMatchObject({ status: 503, retryAfterS: 1 });
  expect(JSON.parse(text(2))).toMatchObject({ error: { type: 'server_error', code: 'server_overloaded' } });
  ask(3, saying('Hi'));
  await end(3);
  expect(of(3)[0]?.head?.status).toBe(200);
  send({ request: 1, cancel: true });
  await waitFor('room', () => door.door.room.heldBytes === 0);
  // One that never comes whole, and whose caller goes.
  send({ request: 4, body: Buffer.alloc(300) });
  await waitFor('the piece', () => door.door.room.heldBytes === 300);
  line.close();
  await waitFor('room', () => door.door.room.heldBytes === 0);
});

it('gives up answers whose client has gone, and all when the line ends', async () => {
  for (const number of [1, 2, 3]) ask(number, saying('[[hang]]'));
  await waitFor('the answers', () => door.door.running === 3);
  send({ request: 2, cancel: true });
  await waitFor('the end of one', () => door.door.running === 2);
  line.close();
  await waitFor('the end of all', () => door.door.running === 0);
  expect(outputs.filter(({ head, body }) => head != null || body.length > 0)).toEqual([]);
});

it('tells what was used by an answer whose client has gone', async () => {
  ask(1, saying('[[hang]]'));
  await waitFor('the answer', () => door.door.running === 1);
  send({ request: 1, cancel: true });
  await waitFor('the usage', () => of(1).length === 1);
  expect(of(1)[0]).toMatchObject({
    end: v1.ChatEnd.CHAT_BROKEN,
    usage: { attempts: [{ status: 'abandoned', usage: { outputTokens: 0, estimated: true } }] },
  });
});

async function waitFor(what: string, reached: () => boolean): Promise<void> {
  const untilMs = performance.now() + 20_000;
  while (!reached()) {
    if (performance.now() > untilMs) throw new Error(`${what}: not in time`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
