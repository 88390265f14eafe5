import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

export type WorkOutcome = 'done' | 'failed' | 'cancelled' | 'timeout' | 'refused' | 'died';

/** The figures of every engine of a service, labelled by engine. */
export interface EngineMetrics {
  readonly up: Gauge<'engine'>;
  readonly restarts: Counter<'engine'>;
  readonly works: Counter<'engine' | 'outcome'>;
  readonly replays: Counter<'engine'>;
  readonly workSeconds: Histogram<'engine'>;
  readonly waitSeconds: Histogram<'engine'>;
  readonly queueDepth: Gauge<'engine'>;
  readonly running: Gauge<'engine'>;
  readonly rssBytes: Gauge<'engine'>;
  readonly cpuSeconds: Counter<'engine'>;
}

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const byRegistry = new WeakMap<Registry, EngineMetrics>();

/** One set per registry, however many engines share it. */
export function engineMetrics(registry: Registry): EngineMetrics {
  const known = byRegistry.get(registry);
  if (known !== undefined) return known;
  const common = { registers: [registry], labelNames: ['engine'] as const };
  const metrics: EngineMetrics = {
    up: new Gauge({ ...common, name: 'parley_engine_up', help: 'Processes of the engine that are ready' }),
    restarts: new Counter({
      ...common,
      name: 'parley_engine_restarts_total',
      help: 'Processes started in place of one that ended',
    }),
    works: new Counter({
      registers: [registry],
      labelNames: ['engine', 'outcome'] as const,
      name: 'parley_engine_works_total',
      help: 'Works by outcome',
    }),
    replays: new Counter({
      ...common,
      name: 'parley_engine_replays_total',
      help: 'Works run again after their process died',
    }),
    workSeconds: new Histogram({
      ...common,
      name: 'parley_engine_work_seconds',
      help: 'From dispatch to the end of a work that was done',
      buckets,
    }),
    waitSeconds: new Histogram({
      ...common,
      name: 'parley_engine_wait_seconds',
      help: 'From request to dispatch',
      buckets,
    }),
    queueDepth: new Gauge({ ...common, name: 'parley_engine_queue_depth', help: 'Works waiting' }),
    running: new Gauge({ ...common, name: 'parley_engine_running', help: 'Works in an engine process' }),
    rssBytes: new Gauge({ ...common, name: 'parley_engine_rss_bytes', help: 'Memory of all its processes' }),
    cpuSeconds: new Counter({
      ...common,
      name: 'parley_engine_cpu_seconds_total',
      help: 'Processor time of all its processes',
    }),
  };
  byRegistry.set(registry, metrics);
  return metrics;
}
