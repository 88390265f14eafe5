import { startNats, type TestServer } from '@parley/testing';
import * as fc from 'fast-check';
import { connect, type NatsConnection } from 'nats';
import { Burst, commander } from './burst';

interface Message {
  readonly subject: string;
  readonly data: Uint8Array;
}

function burst(messages: readonly Message[]): Buffer {
  const gathered = new Burst();
  for (const { subject, data } of messages) expect(gathered.add(subject, data)).toBe(true);
  return gathered.take();
}

it('is what NATS’s protocol has for messages, one after the other', () => {
  const bytes = burst([
    { subject: 'a.b', data: Buffer.from('hello') },
    { subject: 'c', data: new Uint8Array(0) },
    { subject: 'd', data: new Uint8Array([1, 2, 13, 10, 3]).subarray(1, 4) },
    { subject: 'e', data: Buffer.from('ten of it.') },
  ]);
  expect(bytes.toString('latin1')).toBe(
    'PUB a.b 5\r\nhello\r\nPUB c 0\r\n\r\nPUB d 3\r\n\x02\r\n\r\nPUB e 10\r\nten of it.\r\n',
  );
  expect(burst([])).toHaveLength(0);
});

it('stays what it was when it was taken, and is all that was added since', () => {
  const message = fc.record({ data: fc.nat(20_000).map((bytes) => Buffer.alloc(bytes, bytes)) });
  fc.assert(
    fc.property(fc.array(fc.array(message, { maxLength: 6 }), { maxLength: 12 }), (all) => {
      const gathered = new Burst();
      const taken: Buffer[] = [];
      for (const messages of all) {
        for (const { data } of messages) {
          if (gathered.add('a', data)) continue;
          taken.push(gathered.take());
          expect(gathered.add('a', data)).toBe(true);
        }
        taken.push(gathered.take());
        expect(gathered.messages).toBe(0);
      }
      const expected = all
        .flat()
        .flatMap(({ data }) => [Buffer.from(`PUB a ${data.length}\r\n`), data, Buffer.from('\r\n')]);
      expect(Buffer.concat(taken).equals(Buffer.concat(expected))).toBe(true);
    }),
  );
});

it('has room for what is larger than it is, once nothing waits', () => {
  const gathered = new Burst();
  const large = Buffer.alloc(512 * 1024, 7);
  gathered.add('a', Buffer.from('1'));
  expect(gathered.add('b', large)).toBe(false);
  gathered.take();
  expect(gathered.add('b', large)).toBe(true);
  expect(gathered.take()).toHaveLength('PUB b 524288\r\n\r\n'.length + large.length);
});

describe('a NATS server', () => {
  let server: TestServer;
  let nats: NatsConnection;

  beforeAll(async () => {
    server = await startNats();
    nats = await connect({ servers: server.url });
  });
  afterAll(async () => {
    await nats.close();
    await server.stop();
  });

  it('takes each message of many, as it was and in order, and what the client sends between them', async () => {
    const seen: { subject: string; data: string }[] = [];
    nats.subscribe('burst.>', {
      callback: (_error, { subject, data }) =>
        seen.push({ subject, data: Buffer.from(data).toString('base64') }),
    });
    const command = commander(nats);
    const message = fc.record({
      subject: fc.constantFrom('burst.one', 'burst.two', 'burst.three.four'),
      data: fc.uint8Array({ maxLength: 3_000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(message, { maxLength: 5 }), { maxLength: 5 }), async (all) => {
        seen.length = 0;
        const between: Message = { subject: 'burst.between', data: Buffer.from('x') };
        for (const messages of all) {
          if (messages.length > 0) command?.(burst(messages));
          nats.publish(between.subject, between.data);
        }
        await nats.flush();
        const expected = all
          .flatMap((messages) => [...messages, between])
          .map(({ subject, data }) => ({ subject, data: Buffer.from(data).toString('base64') }));
        expect(seen).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('is given all at once: the client still has what that takes', () => {
    const commands: Uint8Array[] = [];
    const { protocol } = nats as NatsConnection & { protocol: { sendCommand(command: Uint8Array): void } };
    const spy = jest
      .spyOn(protocol, 'sendCommand')
      .mockImplementation((command) => void commands.push(command));
    commander(nats)?.(Buffer.from('PUB a 1\r\n1\r\n'));
    spy.mockRestore();
    expect(commands.map((command) => Buffer.from(command).toString())).toEqual(['PUB a 1\r\n1\r\n']);
  });
});

it('a client that has no such way says so', () => {
  expect(commander({} as unknown as NatsConnection)).toBeUndefined();
});
