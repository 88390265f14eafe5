import type { DynamicModule, INestApplicationContext, Provider, Type } from '@nestjs/common';
import { NestFactory, type AbstractHttpAdapter } from '@nestjs/core';
import { BusTransport, connectNats, type Bus } from '@parley/bus';
import type { ServiceConfig } from '@parley/config';
import { createRegistry, type Logger, type Registry } from '@parley/telemetry';
import { Drain } from './drain';
import { HealthRoutes, startHealthServer, type HealthServer } from './health';
import { NestLogger } from './nest-logger';
import { Readiness } from './readiness';
import { Resources } from './resources';
import { rootModule } from './service.module';
import { BUS, CONFIG, LOGGER, METRICS } from './tokens';

export interface ServiceOptions<Config extends ServiceConfig> {
  readonly name: string;
  readonly module: Type | DynamicModule;
  /** The configuration, or what reads it. */
  readonly config: Config | (() => Config);
  /**
   * `own` (default): a health server on PARLEY_HEALTH_PORT. `mounted`: the app injects `HealthRoutes` and
   * answers them on its own server.
   */
  readonly health?: 'own' | 'mounted';
  /** For an app with HTTP controllers. It hands requests to the adapter's instance from a server of its own. */
  readonly http?: (config: Config) => AbstractHttpAdapter;
  /** Streams of a service that a caller may fill ahead; see ServeOptions. */
  readonly streamCredit?: number;
  /** Takes the place of the NATS connection, for tests. */
  readonly bus?: Bus;
}

export interface RunningService {
  readonly bus: Bus;
  readonly app: INestApplicationContext;
  /** Undefined when the health routes are mounted elsewhere. */
  readonly healthPort: number | undefined;
  /** Drains within `drainMs`, then closes everything. */
  stop(drainMs: number): Promise<void>;
}

/** What is closed after a start that failed may take so long. */
const giveUpMs = 5_000;

/**
 * Health server → bus → Nest application → serving. Rejects, with nothing left open, when a part fails or `signal` is
 * aborted; what hangs as it is closed is left to itself.
 */
export async function bootService<Config extends ServiceConfig>(
  options: ServiceOptions<Config>,
  config: Config,
  logger: Logger,
  signal: AbortSignal = new AbortController().signal,
): Promise<RunningService> {
  const metrics = createRegistry(options.name);
  const readiness = new Readiness();
  const routes = new HealthRoutes(readiness, metrics, logger);
  const isStarted = readiness.register('startup', () => ({ ready: false, detail: 'still starting' }));
  const scope: (() => Promise<void>)[] = [];
  try {
    const health = await openHealth(options, config, routes);
    if (health !== undefined) scope.unshift(() => health.close());
    const bus =
      options.bus ?? (await unlessAborted(signal, connectBus(options.name, config, logger, metrics)));
    scope.unshift(() => bus.close());
    readiness.register('bus', () => ({ ready: bus.status === 'connected', detail: `bus ${bus.status}` }));
    const drain = new Drain();
    const resources = new Resources(logger);
    scope.unshift(() => resources.close());
    const providers: Provider[] = [
      { provide: BUS, useValue: bus },
      { provide: LOGGER, useValue: logger },
      { provide: CONFIG, useValue: config },
      { provide: METRICS, useValue: metrics },
      { provide: Readiness, useValue: readiness },
      { provide: HealthRoutes, useValue: routes },
      { provide: Drain, useValue: drain },
      { provide: Resources, useValue: resources },
    ];
    const transport = transportOf(options, config, bus);
    drain.register('streams', (timeoutMs) => transport.drain(timeoutMs));
    const http = options.http?.(config);
    const app = await unlessAborted(
      signal,
      startApp(rootModule(options.module, providers), transport, logger, http),
    );
    scope.unshift(() => app.close());
    isStarted();
    return {
      bus,
      app,
      healthPort: health?.port,
      async stop(drainMs) {
        readiness.register('draining', () => ({ ready: false, detail: 'stopping' }));
        await drain.run(drainMs, logger);
        await closeAll(scope, logger);
      },
    };
  } catch (error) {
    await within(giveUpMs, closeAll(scope, logger));
    throw error;
  }
}

/** Rejects once the signal is aborted, whatever the work is at. */
function unlessAborted<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

async function within(limitMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, limitMs)));
  await Promise.race([work, limit]);
  clearTimeout(timer);
}

async function openHealth<Config extends ServiceConfig>(
  options: ServiceOptions<Config>,
  config: Config,
  routes: HealthRoutes,
): Promise<HealthServer | undefined> {
  if (options.health === 'mounted') return undefined;
  return startHealthServer(routes, config.PARLEY_HEALTH_HOST, config.PARLEY_HEALTH_PORT);
}

const connectBus = (name: string, config: ServiceConfig, logger: Logger, metrics: Registry): Promise<Bus> =>
  connectNats({
    servers: config.NATS_URL,
    name: `${name} ${config.PARLEY_WORKER_ID}`,
    log: logger,
    metrics,
  });

const transportOf = <Config extends ServiceConfig>(
  options: ServiceOptions<Config>,
  config: Config,
  bus: Bus,
): BusTransport =>
  new BusTransport({
    bus,
    workerId: config.PARLEY_WORKER_ID,
    slots: config.PARLEY_SLOTS,
    ...(options.streamCredit === undefined ? {} : { credit: options.streamCredit }),
  });

async function startApp(
  module: DynamicModule,
  transport: BusTransport,
  logger: Logger,
  http: AbstractHttpAdapter | undefined,
): Promise<INestApplicationContext> {
  const settings = { logger: new NestLogger(logger), abortOnError: false };
  if (http !== undefined) {
    const app = await NestFactory.create(module, http, { ...settings, bodyParser: false });
    app.connectMicroservice({ strategy: transport });
    return started(app, async () => {
      await app.init();
      await app.startAllMicroservices();
    });
  }
  const app = await NestFactory.createMicroservice(module, { ...settings, strategy: transport });
  return started(app, () => app.listen());
}

async function started(
  app: INestApplicationContext,
  start: () => Promise<unknown>,
): Promise<INestApplicationContext> {
  try {
    await start();
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function closeAll(scope: readonly (() => Promise<void>)[], logger: Logger): Promise<void> {
  for (const close of scope) {
    try {
      await close();
    } catch (error) {
      logger.error({ err: error }, 'a part of the service did not close');
    }
  }
}
