import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { MemoryBus } from '@parley/bus';
import { bootService, type RunningService } from '@parley/service';
import { pino } from 'pino';
import { WebSocket } from 'ws';
import { AdmissionModule } from '@parley/admission';
import { config } from './config';
import { GatewayServer } from './gateway.server';
import { httpAdapter } from './rest/http-adapter';
import { RestModule } from './rest/rest.module';
import { SESSION_FACTORY } from './session/ports';
import { RecordingSessions, TestClient } from './transports/websocket/test-support';

const sessions = new RecordingSessions();

@Module({
  imports: [AdmissionModule, RestModule],
  providers: [GatewayServer, { provide: SESSION_FACTORY, useValue: sessions }],
})
class TestModule {}

let service: RunningService | undefined;

async function boot(environment: Record<string, string> = {}): Promise<number> {
  const settings = config({
    PARLEY_PORT: '0',
    REDIS_URL: process.env['PARLEY_TEST_REDIS_URL'],
    ...environment,
  });
  service = await bootService(
    {
      name: 'gateway',
      module: TestModule,
      config: settings,
      health: 'mounted',
      http: httpAdapter,
      bus: new MemoryBus(),
    },
    settings,
    pino({ level: 'silent' }),
  );
  return service.app.get(GatewayServer).port ?? 0;
}

afterEach(async () => {
  await service?.stop(50);
  service = undefined;
});

const get = async (port: number, path: string) => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, body: await response.text() };
};

it('serves clients, health and metrics on one port', async () => {
  const port = await boot();
  expect(await get(port, '/health/live')).toMatchObject({ status: 200 });
  expect(await get(port, '/health/ready')).toMatchObject({ status: 200 });
  const client = new TestClient(new WebSocket(`ws://127.0.0.1:${port}/v1/realtime?model=m`));
  expect((await client.event(0)).type).toBe('session.created');
  const { body } = await get(port, '/metrics');
  for (const line of ['connections', 'sessions', 'buffered_bytes']) {
    expect(body).toMatch(new RegExp(`^parley_gateway_${line}\\{.*\\} \\d+$`, 'm'));
  }
  expect(body).toMatch(/^parley_gateway_connections\{.*\} 1$/m);
  expect(await get(port, '/v1/none')).toEqual({
    status: 404,
    body: expect.stringContaining('"type":"invalid_request_error"'),
  });
  client.socket.terminate();
});

it('sends clients away with 1001 when it stops, and frees the port', async () => {
  const port = await boot();
  const client = new TestClient(new WebSocket(`ws://127.0.0.1:${port}/v1/realtime?model=m`));
  await client.event(0);
  await service?.stop(20);
  service = undefined;
  expect((await client.close()).code).toBe(1001);
  await expect(get(port, '/health/live')).rejects.toThrow('fetch failed');
});

it('does not start on a port that is taken', async () => {
  const port = await boot();
  const settings = config({ PARLEY_PORT: String(port) });
  const second = bootService(
    {
      name: 'gateway',
      module: TestModule,
      config: settings,
      health: 'mounted',
      http: httpAdapter,
      bus: new MemoryBus(),
    },
    settings,
    pino({ level: 'silent' }),
  );
  await expect(second).rejects.toThrow('EADDRINUSE');
});

describe('with a certificate', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-tls-'));
    for (const name of ['own', 'other']) {
      const made = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost`;
      const files = ['-keyout', join(folder, `${name}.key`), '-out', join(folder, `${name}.cert`)];
      execFileSync('openssl', [...made.split(' '), ...files], { stdio: 'ignore' });
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const files = (cert: string, key: string) => ({
    PARLEY_TLS_CERT: join(folder, cert),
    PARLEY_TLS_KEY: join(folder, key),
  });

  it('speaks TLS', async () => {
    const port = await boot(files('own.cert', 'own.key'));
    const client = new TestClient(
      new WebSocket(`wss://127.0.0.1:${port}/v1/realtime?model=m`, { rejectUnauthorized: false }),
    );
    expect((await client.event(0)).type).toBe('session.created');
    const closed = once(client.socket, 'close');
    client.socket.close(1000);
    await closed;
  });

  it.each([
    ['is not there', 'none.cert', 'own.key', /PARLEY_TLS_CERT: .*none\.cert cannot be read \(ENOENT\)/],
    ['cannot be read', 'own.cert', '.', /PARLEY_TLS_KEY: .* cannot be read \(EISDIR\)/],
    ['is no certificate', 'own.key', 'own.key', /PARLEY_TLS_CERT: .*own\.key has no certificate/],
    ['is no key', 'own.cert', 'own.cert', /PARLEY_TLS_KEY: .*own\.cert has no private key/],
    [
      'is of another pair',
      'own.cert',
      'other.key',
      /PARLEY_TLS_KEY: .*other\.key is not that of .*own\.cert/,
    ],
  ])('says which file %s, and of which setting', (_what, cert, key, problem) => {
    expect(() => config(files(cert, key))).toThrow(problem);
  });
});

it('ends only once it is known what its sessions have used', async () => {
  const port = await boot();
  const socket = new WebSocket(`ws://127.0.0.1:${port}/v1/realtime?model=m`, {
    headers: { authorization: 'Bearer any' },
  });
  const client = new TestClient(socket);
  await client.event(0);
  sessions.waits.length = 0;
  await service?.stop(50);
  service = undefined;
  expect(sessions.waits.map((wait) => wait.for)).toEqual(['told', 'settle']);
  expect(sessions.waits.at(-1)?.active).toBe(0);
});
