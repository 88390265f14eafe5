import { readFileSync } from 'node:fs';
import { MemoryBus, MemoryNetwork, type Bus } from '@parley/bus';
import { loadEnv } from '@parley/config';
import { bootService, type RunningService } from '@parley/service';
import { createLogger } from '@parley/telemetry';
import { AppModule } from '../app.module';
import { configSchema } from '../config';

export interface WorkerRig {
  readonly service: RunningService;
  /** The caller's end of the bus. */
  readonly bus: Bus;
  metrics(): Promise<string>;
  stop(): Promise<void>;
}

/** A whole worker, over a bus of this process, or over another that `busOf` gives to both ends. */
export async function startWorker(
  env: Readonly<Record<string, string>> = {},
  busOf: () => Promise<Bus> = memoryBuses(),
): Promise<WorkerRig> {
  const config = loadEnv(configSchema, { ...process.env, PARLEY_HEALTH_PORT: '0', ...env });
  const logger = createLogger('stt-worker', 'error');
  const service = await bootService(
    { name: 'stt-worker', module: AppModule, config, bus: await busOf() },
    config,
    logger,
  );
  const bus = await busOf();
  return {
    service,
    bus,
    metrics: async () => (await fetch(`http://127.0.0.1:${service.healthPort}/metrics`)).text(),
    stop: async () => {
      await service.stop(100);
      await bus.close();
    },
  };
}

function memoryBuses(): () => Promise<Bus> {
  const network = new MemoryNetwork();
  return () => Promise.resolve(new MemoryBus(network));
}

/** Process ids of this process's own children that run a program of that name (Linux). */
export function childrenRunning(program: string): number[] {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
  return children
    .trim()
    .split(' ')
    .filter((pid) => pid !== '' && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(program))
    .map(Number);
}
