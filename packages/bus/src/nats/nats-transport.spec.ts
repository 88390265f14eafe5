import { startNats, type TestServer } from '@parley/testing';
import { BusError } from '../errors';
import { silentLog } from '../log';
import { connectNats } from './connect';
import { NatsTransport } from './nats-transport';

describe('a NATS server that asks for a password', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startNats(['--user', 'joe', '--pass', 'canary']);
  });
  afterAll(() => server.stop());

  const connect = (credentials: string) =>
    connectNats({
      servers: `nats://${credentials}127.0.0.1:${server.port}`,
      name: 'test',
      connectTimeoutMs: 20_000,
    });

  it('takes the right one', async () => {
    const bus = await connect('joe:canary@');
    expect(bus.status).toBe('connected');
    await bus.close();
  });

  it('refuses the wrong one at once, and the password is told to nobody', async () => {
    const refused = connect('joe:wrong-canary@');
    await expect(refused).rejects.toMatchObject({ code: 'disconnected', retryable: false });
    await expect(refused).rejects.not.toThrow(/canary/);
  });
});

describe('a NATS server that is not there', () => {
  it('is given up after the time allowed', async () => {
    const missing = connectNats({ servers: 'nats://127.0.0.1:1', name: 'test', connectTimeoutMs: 300 });
    await expect(missing).rejects.toThrow(BusError);
    await expect(missing).rejects.toMatchObject({ code: 'disconnected', retryable: true });
  });
});

describe('a request that is too large', () => {
  it('is refused as such', async () => {
    const bus = await connectNats({ servers: process.env['PARLEY_TEST_NATS_URL'] ?? '', name: 'test' });
    await bus.respond('parley.test.large', (payload) => Promise.resolve(payload));
    const large = bus.request('parley.test.large', Buffer.alloc(3_000_000), 5_000);
    await expect(large).rejects.toMatchObject({ code: 'invalid_message', retryable: false });
    await bus.close();
  });
});

describe('a message that is too large', () => {
  it('is refused to who publishes it, and the others go their way', async () => {
    const servers = process.env['PARLEY_TEST_NATS_URL'] ?? '';
    const options = { servers, name: 'test', log: silentLog, connectTimeoutMs: 20_000 };
    const transport = await NatsTransport.connect(options);
    const seen: string[] = [];
    transport.subscribe('parley.test.small', ({ data }) => seen.push(Buffer.from(data).toString()));
    transport.publish('parley.test.small', Buffer.from('before'));
    expect(() => transport.publish('parley.test.small', Buffer.alloc(3_000_000))).toThrow(/MAX_PAYLOAD/);
    transport.publish('parley.test.small', Buffer.from('after'));
    await transport.flush(5_000);
    expect(seen).toEqual(['before', 'after']);
    await transport.close();
  });
});
