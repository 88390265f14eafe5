import type { ServiceConfig } from '@parley/config';
import { createLogger, startTracing, type Logger } from '@parley/telemetry';
import { bootService, type ServiceOptions } from './boot';

/** Time beyond the drain until a stop that hangs is cut short. */
const stopGraceMs = 5_000;

/**
 * The life of a service's process: configuration, logger, bus, Nest application, health; a drain on SIGTERM
 * or SIGINT (a second signal ends it at once); then exit. Exit code 1 when it could not start or when an
 * error reached nobody.
 */
export async function runService<Config extends ServiceConfig>(
  options: ServiceOptions<Config>,
): Promise<void> {
  const config = readConfig(options);
  const logger = createLogger(options.name, config.PARLEY_LOG_LEVEL, {
    pretty: config.PARLEY_LOG_PRETTY,
    fields: { workerId: config.PARLEY_WORKER_ID },
  });
  exitOnFatalErrors(logger);
  const starting = new AbortController();
  const stopSignal = nextSignal((signal) => {
    process.once('SIGTERM', () => exit(logger, 1, 'stopped at once by a second signal'));
    process.once('SIGINT', () => exit(logger, 1, 'stopped at once by a second signal'));
    starting.abort(new Error(`stopped by ${signal} while starting`));
  });
  try {
    const stopTracing = startTracing({
      name: options.name,
      workerId: config.PARLEY_WORKER_ID,
      ratio: config.PARLEY_TRACE_PERCENT / 100,
      log: logger,
    });
    const service = await bootService(options, config, logger, starting.signal);
    logger.info({ healthPort: service.healthPort, slots: config.PARLEY_SLOTS }, 'ready');
    const signal = await stopSignal;
    logger.info({ signal, drainMs: config.PARLEY_DRAIN_MS }, 'stopping');
    setTimeout(() => exit(logger, 1, 'the stop took too long'), config.PARLEY_DRAIN_MS + stopGraceMs).unref();
    await service.stop(config.PARLEY_DRAIN_MS);
    await stopTracing();
    exit(logger, 0, 'stopped');
  } catch (error) {
    if (error instanceof Error && error === starting.signal.reason) exit(logger, 0, error.message);
    fail(logger, error);
  }
}

function readConfig<Config extends ServiceConfig>({ name, config }: ServiceOptions<Config>): Config {
  if (typeof config !== 'function') return config;
  try {
    return config();
  } catch (error) {
    return fail(createLogger(name), error);
  }
}

function fail(logger: Logger, error: unknown): never {
  logger.fatal({ err: error }, 'the service could not run');
  return exit(logger, 1, 'stopped after an error');
}

const nextSignal = (onSignal: (signal: NodeJS.Signals) => void): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    const stop = (signal: NodeJS.Signals): void => {
      process.off('SIGTERM', stop);
      process.off('SIGINT', stop);
      onSignal(signal);
      resolve(signal);
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });

function exitOnFatalErrors(logger: Logger): void {
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'uncaught exception');
    exit(logger, 1, 'stopped after an uncaught exception');
  });
  process.on('unhandledRejection', (reason) => {
    logger.fatal({ err: reason }, 'unhandled rejection');
    exit(logger, 1, 'stopped after an unhandled rejection');
  });
}

function exit(logger: Logger, code: number, message: string): never {
  logger.info({ code }, message);
  return process.exit(code);
}
