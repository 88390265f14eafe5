import { join } from 'node:path';
import { connectNats, type Bus, type InboundFrame, type StreamClose } from '@parley/bus';
import { Child, freePort, waitFor } from '@parley/testing';

const program = join(__dirname, 'fixtures', 'echo-service.js').replace('/src/', '/dist/');
const natsUrl = (): string => process.env['PARLEY_TEST_NATS_URL'] ?? 'nats://127.0.0.1:4222';

interface Echo {
  readonly child: Child;
  readonly port: number;
}

async function health(port: number, path: string): Promise<{ status: number; body: string }> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(2_000) });
    return { status: response.status, body: await response.text() };
  } catch {
    return { status: 0, body: '' };
  }
}

const children: Child[] = [];

async function startEcho(env: Record<string, string> = {}): Promise<Echo> {
  const port = await freePort();
  const child = new Child(process.execPath, [program], {
    env: { NATS_URL: natsUrl(), PARLEY_HEALTH_PORT: String(port), ...env },
  });
  children.push(child);
  return { child, port };
}

async function ready(echo: Echo): Promise<Echo> {
  await waitFor('echo ready', 15_000, async () => (await health(echo.port, '/health/ready')).status === 200);
  return echo;
}

const logOf = (child: Child): string => child.lines.join('\n');

describe('runService', () => {
  let bus: Bus;

  beforeAll(async () => {
    bus = await connectNats({ servers: natsUrl(), name: 'test' });
  });
  afterAll(() => bus.close());
  afterEach(() => Promise.all(children.splice(0).map((child) => child.kill())));

  function openEcho(avoidWorkers: string[] = []) {
    const texts: string[] = [];
    const closed: { close?: StreamClose; afterMs?: number } = {};
    const startMs = performance.now();
    const handlers = {
      onFrame: ({ payload }: InboundFrame) => void texts.push(Buffer.from(payload).toString()),
      onClose: (close: StreamClose) => {
        closed.close = close;
        closed.afterMs = performance.now() - startMs;
      },
    };
    const config = Buffer.alloc(0);
    const opened = bus.open({ service: 'echo', sessionId: 's1', config, handlers, avoidWorkers });
    return { opened, texts, closed };
  }

  it('serves, tells its health and its metrics, and stops on SIGTERM', async () => {
    const { child, port } = await ready(await startEcho({ PARLEY_ECHO_PREFIX: '> ' }));
    const { opened, texts } = openEcho();
    (await opened).send(Buffer.from('hello'));
    await waitFor('an echo', 5_000, () => texts.length === 1);
    expect(texts).toEqual(['> hello']);
    expect(await health(port, '/health/live')).toMatchObject({ status: 200, body: '{"live":true}' });
    const { body } = await health(port, '/metrics');
    expect(body).toContain('parley_bus_streams_open{bus_service="echo",role="worker",service="echo"} 1');
    expect(body).toMatch(/parley_bus_slots\{bus_service="echo",state="free",service="echo"\} 1/);
    expect(body).toMatch(/nodejs_eventloop_lag_seconds/);
    expect((await health(port, '/nothing')).status).toBe(404);
    (await opened).close();
    child.signal('SIGTERM');
    expect(await child.exited).toBe(0);
  });

  it('drains: closes what is left when the time is up, and is not ready meanwhile', async () => {
    const { child, port } = await ready(await startEcho({ PARLEY_DRAIN_MS: '600' }));
    const { opened, closed } = openEcho();
    await opened;
    child.signal('SIGTERM');
    await waitFor('not ready', 5_000, async () => (await health(port, '/health/ready')).status === 503);
    expect((await health(port, '/health/ready')).body).toContain('"draining":"stopping"');
    expect(await child.exited).toBe(0);
    await waitFor('the close', 5_000, () => closed.close !== undefined);
    expect(closed.close).toMatchObject({ kind: 'failed', code: 'draining', retryable: true });
  });

  it('stops at once on a second signal', async () => {
    const { child } = await ready(await startEcho({ PARLEY_DRAIN_MS: '60000' }));
    await openEcho().opened;
    child.signal('SIGTERM');
    await waitFor('stopping', 5_000, () => logOf(child).includes('"stopping"'));
    child.signal('SIGTERM');
    expect(await child.exited).toBe(1);
  });

  it('is missed when it is killed, and its streams go elsewhere', async () => {
    const doomed = await ready(await startEcho({ PARLEY_WORKER_ID: 'doomed' }));
    const { opened, closed } = openEcho();
    await opened;
    await ready(await startEcho({ PARLEY_WORKER_ID: 'heir' }));
    const killedMs = performance.now();
    doomed.child.signal('SIGKILL');
    await waitFor('the loss', 10_000, () => closed.close !== undefined);
    process.stdout.write(`a killed worker was missed after ${Math.round(performance.now() - killedMs)} ms\n`);
    expect(closed.close).toMatchObject({ kind: 'lost' });
    const again = openEcho(['doomed']);
    const stream = await again.opened;
    expect(stream.workerId).toBe('heir');
    stream.send(Buffer.from('again'));
    await waitFor('an echo', 5_000, () => again.texts.length === 1);
    stream.close();
  });

  it('shuts out a zombie: what it says after it was given up reaches nobody', async () => {
    const zombie = await ready(await startEcho({ PARLEY_WORKER_ID: 'zombie' }));
    const { opened, texts, closed } = openEcho();
    const stream = await opened;
    zombie.child.signal('SIGSTOP');
    stream.send(Buffer.from('are you there?'));
    await waitFor('the loss', 10_000, () => closed.close !== undefined);
    zombie.child.signal('SIGCONT');
    const streamsOf = async () => (await health(zombie.port, '/metrics')).body;
    const none = 'parley_bus_streams_open{bus_service="echo",role="worker",service="echo"} 0';
    await waitFor('the slot is free', 10_000, async () => (await streamsOf()).includes(none));
    expect(texts).toEqual([]);
    expect(closed.close).toMatchObject({ kind: 'lost' });
  });

  it.each(['throw', 'reject'])('exits with 1 and says why when an error reached nobody: %s', async (how) => {
    const { child } = await ready(await startEcho());
    await bus.request('parley.echo.fail', Buffer.from(how), 5_000);
    expect(await child.exited).toBe(1);
    expect(logOf(child)).toMatch(/uncaught exception|unhandled rejection/);
    expect(logOf(child)).toContain('as was asked');
  });

  it('names the variable when the configuration is wrong', async () => {
    const { child } = await startEcho({ PARLEY_SLOTS: 'many' });
    expect(await child.exited).toBe(1);
    expect(child.lines.filter((line) => line.includes('"fatal"'))).toHaveLength(1);
    expect(logOf(child)).toContain('PARLEY_SLOTS: must be a whole number');
  });

  it('exits with 1 and says once why when a part of it cannot be made, whatever does not close', async () => {
    const { child } = await startEcho({ PARLEY_ECHO_FAILS: '1' });
    expect(await child.exited).toBe(1);
    expect(child.lines.filter((line) => line.includes('as was set'))).toHaveLength(1);
    expect(logOf(child)).toContain('the service could not run');
  });

  it('waits for NATS, alive but not ready, and stops when told to', async () => {
    const echo = await startEcho({ NATS_URL: `nats://127.0.0.1:${await freePort()}` });
    await waitFor('alive', 10_000, async () => (await health(echo.port, '/health/live')).status === 200);
    const { status, body } = await health(echo.port, '/health/ready');
    expect([status, body]).toEqual([503, '{"ready":false,"failing":{"startup":"still starting"}}']);
    await waitFor('a word of it', 10_000, () => logOf(echo.child).includes('NATS is not reachable'));
    echo.child.signal('SIGTERM');
    expect(await echo.child.exited).toBe(0);
  });

  it('exits with 1 when its port is taken', async () => {
    const first = await ready(await startEcho());
    const { child } = await startEcho({ PARLEY_HEALTH_PORT: String(first.port) });
    expect(await child.exited).toBe(1);
    expect(logOf(child)).toContain('EADDRINUSE');
  });
});
