import { MemoryBus, type Stream } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';

import { openDoor, type OpenDoor } from '../testing/open-door';
import { ChatController } from './chat.controller';

let door: OpenDoor;
let bus: MemoryBus;
let outputs: v1.ChatOutput[];
let closed: string | undefined;

beforeEach(async () => {
  door = await openDoor();
  bus = new MemoryBus();
  const controller = new ChatController(door.door);
  await bus.serve({ service: 'chat', workerId: 'one', slots: 4 }, (incoming) =>
    controller.complete(incoming),
  );
});
afterEach(() => door.close());

async function ask(body: object, credit = 64): Promise<Stream> {
  outputs = [];
  closed = undefined;
  const stream = await new MemoryBus(bus.network).open({
    service: 'chat',
    sessionId: 's',
    config: new Uint8Array(),
    credit,
    manualCredit: true,
    handlers: {
      onFrame: ({ payload }) => outputs.push(decode(v1.ChatOutput, payload.slice())),
      onClose: ({ kind }) => (closed = kind),
    },
  });
  const bytes = Buffer.from(JSON.stringify(body));
  stream.send(encode(v1.ChatInput, { body: bytes.subarray(0, 10) }));
  stream.send(encode(v1.ChatInput, { body: bytes.subarray(10) }));
  stream.end();
  return stream;
}

const end = () => waitFor('the end', 20_000, () => closed !== undefined);
const text = () =>
  Buffer.concat(
    outputs.flatMap(({ output, body }) => (output === 'body' ? [body ?? Buffer.alloc(0)] : [])),
  ).toString();
const request = { model: 'test/scripted', messages: [{ role: 'user', content: 'Hi' }] };

it('answers whole, with what it used', async () => {
  await ask(request);
  await end();
  expect(closed).toBe('ended');
  expect(outputs[0]?.head).toMatchObject({ status: 200, contentType: 'application/json' });
  expect(JSON.parse(text())).toMatchObject({ choices: [{ message: { content: 'You said: Hi.' } }] });
  const usage = outputs.find(({ output }) => output === 'usage')?.usage;
  expect(usage?.outputTokens).toBeGreaterThan(0);
});

it('streams no faster than the caller reads', async () => {
  const stream = await ask(
    { ...request, stream: true, messages: [{ role: 'user', content: '[[repeat: 20]]' }] },
    2,
  );
  await waitFor('the first', 20_000, () => outputs.length === 2);
  stream.grant(10_000);
  await end();
  expect(outputs[0]?.head?.contentType).toMatch('text/event-stream');
  expect(text()).toMatch(/data: \[DONE\]\n\n$/);
  expect(text()).toContain('sentence');
});

it('tells what is wrong as HTTP would', async () => {
  await ask({ ...request, top_p: 0.5 });
  await end();
  expect(outputs[0]?.head).toMatchObject({ status: 400 });
  expect(JSON.parse(text())).toMatchObject({ error: { code: 'unsupported_value', param: 'top_p' } });
});

it('gives up an answer whose caller has gone', async () => {
  const stream = await ask({ ...request, messages: [{ role: 'user', content: '[[hang]]' }] });
  await waitFor('the answer', 20_000, () => door.door.running === 1);
  stream.close();
  await waitFor('its end', 20_000, () => door.door.running === 0);
  expect(outputs).toEqual([]);
});

async function waitFor(what: string, timeoutMs: number, reached: () => boolean): Promise<void> {
  const untilMs = performance.now() + timeoutMs;
  while (!reached()) {
    if (performance.now() > untilMs) throw new Error(`${what}: not within ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
