import 'reflect-metadata';
import { createServer } from 'node:http';
import { Inject, Injectable, Module, type Type } from '@nestjs/common';
import { MemoryBus } from '@parley/bus';
import { loadEnv, serviceEnv, z } from '@parley/config';
import { createLogger, type Registry } from '@parley/telemetry';
import {
  bootService,
  BUS,
  CONFIG,
  Drain,
  HealthRoutes,
  LOGGER,
  METRICS,
  Readiness,
  Resources,
  type Bus,
} from './index';

const config = loadEnv(z.object(serviceEnv({ healthPort: 0, slots: 1 })), {});
const logger = createLogger('test', 'silent');

@Injectable()
class Engine {
  loaded = false;
  drainedMs: number | undefined;
  closed = false;

  constructor(
    @Inject(BUS) readonly bus: Bus,
    @Inject(LOGGER) readonly logger: unknown,
    @Inject(CONFIG) readonly config: unknown,
    @Inject(METRICS) readonly metrics: Registry,
    @Inject(Readiness) readonly readiness: Readiness,
    @Inject(Drain) readonly drain: Drain,
    @Inject(HealthRoutes) readonly health: HealthRoutes,
  ) {
    readiness.register('engine', () => ({ ready: this.loaded, detail: 'the model is not loaded' }));
    drain.register('engine', async (timeoutMs) => void (this.drainedMs = timeoutMs));
    drain.register('broken', () => Promise.reject(new Error('bug')));
  }

  onModuleDestroy(): void {
    this.closed = true;
  }
}

@Module({ providers: [Engine] })
class EngineModule {}

async function get(url: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url);
  return { status: response.status, body: await response.json() };
}

describe('bootService', () => {
  it('gives providers what they ask for, and is ready when they are', async () => {
    const bus = new MemoryBus();
    const options = { name: 'test', module: EngineModule, config, bus };
    const service = await bootService(options, config, logger);
    const engine = service.app.get(Engine);
    expect([engine.bus, engine.logger, engine.config]).toEqual([bus, logger, config]);
    const ready = `http://127.0.0.1:${service.healthPort}/health/ready`;
    expect(await get(ready)).toEqual({
      status: 503,
      body: { ready: false, failing: { engine: 'the model is not loaded' } },
    });
    engine.loaded = true;
    expect(await get(ready)).toEqual({ status: 200, body: { ready: true, failing: {} } });
    bus.disconnect();
    expect(await get(ready)).toMatchObject({ status: 503, body: { failing: { bus: 'bus reconnecting' } } });
    await service.stop(70);
    expect([engine.drainedMs, engine.drain.draining, engine.closed, bus.status]).toEqual([
      70,
      true,
      true,
      'closed',
    ]);
    await expect(fetch(ready)).rejects.toThrow('fetch failed');
  });

  it('lets an app answer the health routes on its own server', async () => {
    const bus = new MemoryBus();
    const options = { name: 'test', module: EngineModule, config, bus, health: 'mounted' as const };
    const service = await bootService(options, config, logger);
    expect(service.healthPort).toBeUndefined();
    const { health } = service.app.get(Engine);
    const server = createServer((request, response) => {
      if (!health.handle(request, response)) response.writeHead(418).end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    expect(await get(`${base}/health/live?x=1`)).toEqual({ status: 200, body: { live: true } });
    expect((await get(`${base}/v1/models`)).status).toBe(418);
    expect(await (await fetch(`${base}/metrics`)).text()).toContain('process_cpu_user_seconds_total');
    server.close();
    server.closeAllConnections();
    await service.stop(0);
  });

  it('leaves nothing open when the app cannot start', async () => {
    @Injectable()
    class Broken {
      onModuleInit(): void {
        throw new Error('no model');
      }
    }
    @Module({ providers: [Broken] })
    class BrokenModule {}
    const bus = new MemoryBus();
    await expect(
      bootService({ name: 'test', module: BrokenModule, config, bus }, config, logger),
    ).rejects.toThrow('no model');
    expect(bus.status).toBe('closed');
  });
});

describe('a start that fails', () => {
  /** Opens something at once; `fail` decides how the start ends. */
  function moduleOf(fail: () => unknown, close: () => Promise<void>): Type {
    @Module({
      providers: [
        { provide: 'open', inject: [Resources], useFactory: (parts: Resources) => parts.own({}, close) },
        { provide: 'failing', useFactory: fail },
      ],
    })
    class FailingModule {}
    return FailingModule;
  }

  function refuse(): never {
    throw new Error('a bad setting');
  }

  it('closes what a provider has opened when another cannot be made', async () => {
    const bus = new MemoryBus();
    let closed = false;
    const module = moduleOf(refuse, async () => void (closed = true));
    await expect(bootService({ name: 'test', module, config, bus }, config, logger)).rejects.toThrow(
      'a bad setting',
    );
    expect([closed, bus.status]).toEqual([true, 'closed']);
  });

  it('is closed all the same where one part does not close', async () => {
    const bus = new MemoryBus();
    const module = moduleOf(refuse, () => Promise.reject(new Error('bug')));
    await expect(bootService({ name: 'test', module, config, bus }, config, logger)).rejects.toThrow(
      'a bad setting',
    );
    expect(bus.status).toBe('closed');
  });

  it('is given up when it is told to, while a provider is still being made', async () => {
    const bus = new MemoryBus();
    const given = new AbortController();
    let closed = false;
    const forever = (): Promise<void> => {
      setImmediate(() => given.abort(new Error('stopped')));
      return new Promise(() => undefined);
    };
    const module = moduleOf(forever, async () => void (closed = true));
    await expect(
      bootService({ name: 'test', module, config, bus }, config, logger, given.signal),
    ).rejects.toThrow('stopped');
    expect([closed, bus.status]).toEqual([true, 'closed']);
  });

  it('closes at once what is opened when it has failed already', async () => {
    const resources = new Resources(logger);
    await resources.close();
    let closed = false;
    expect(() => resources.own({}, async () => void (closed = true))).toThrow('the service is ending');
    expect(closed).toBe(true);
  });
});

describe('Readiness', () => {
  it('takes a check that throws as failing, and forgets one that was taken away', () => {
    const readiness = new Readiness();
    readiness.register('fine', () => true);
    const forget = readiness.register('broken', () => {
      throw new Error('cannot say');
    });
    readiness.register('not yet', () => false);
    expect(readiness.report()).toEqual({
      ready: false,
      failing: { broken: 'cannot say', 'not yet': 'not ready' },
    });
    forget();
    expect(readiness.report().failing).toEqual({ 'not yet': 'not ready' });
  });
});
