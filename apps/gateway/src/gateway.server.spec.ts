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

it('speaks TLS with a certificate', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-tls-'));
  try {
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '1',
        '-subj',
        '/CN=localhost',
        '-keyout',
        key,
        '-out',
        cert,
      ],
      { stdio: 'ignore' },
    );
    const port = await boot({ PARLEY_TLS_CERT: cert, PARLEY_TLS_KEY: key });
    const client = new TestClient(
      new WebSocket(`wss://127.0.0.1:${port}/v1/realtime?model=m`, { rejectUnauthorized: false }),
    );
    expect((await client.event(0)).type).toBe('session.created');
    const closed = once(client.socket, 'close');
    client.socket.close(1000);
    await closed;
  } finally {
    rmSync(folder, { recursive: true });
  }
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
