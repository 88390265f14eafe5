import { startNats, type TestServer } from '@parley/testing';
import * as fc from 'fast-check';
import { connect, type NatsConnection } from 'nats';
import { burst, publisher, type Outgoing } from './burst';

it('is what NATS’s protocol has for messages, one after the other', () => {
  const bytes = burst([
    { subject: 'a.b', data: Buffer.from('hello') },
    { subject: 'c', data: new Uint8Array(0) },
    { subject: 'd', data: new Uint8Array([1, 2, 13, 10, 3]).subarray(1, 4) },
  ]);
  expect(bytes.toString('latin1')).toBe('PUB a.b 5\r\nhello\r\nPUB c 0\r\n\r\nPUB d 3\r\n\x02\r\n\r\n');
  expect(burst([])).toHaveLength(0);
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
    const publish = publisher(nats);
    const message = fc.record({
      subject: fc.constantFrom('burst.one', 'burst.two', 'burst.three.four'),
      data: fc.uint8Array({ maxLength: 3_000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(message, { maxLength: 5 }), { maxLength: 5 }), async (all) => {
        seen.length = 0;
        const between: Outgoing = { subject: 'burst.between', data: Buffer.from('x') };
        for (const messages of all) {
          publish(messages);
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
    publisher(nats)([
      { subject: 'a', data: Buffer.from('1') },
      { subject: 'b', data: Buffer.from('2') },
    ]);
    spy.mockRestore();
    expect(commands.map((command) => Buffer.from(command).toString())).toEqual([
      'PUB a 1\r\n1\r\nPUB b 1\r\n2\r\n',
    ]);
  });

  it('is not given what is larger than it takes', () => {
    const large = { subject: 'a', data: Buffer.alloc(nats.info!.max_payload + 1) };
    expect(() => publisher(nats)([large])).toThrow(/MAX_PAYLOAD/);
    expect(nats.isClosed()).toBe(false);
  });
});

it('a client that has no such way publishes each', () => {
  const published: string[] = [];
  const nats = { publish: (subject: string) => published.push(subject) } as unknown as NatsConnection;
  publisher(nats)([
    { subject: 'a', data: Buffer.from('1') },
    { subject: 'b', data: Buffer.from('2') },
  ]);
  expect(published).toEqual(['a', 'b']);
});
