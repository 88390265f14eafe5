import { metricSum } from '@parley/testing';

export interface EngineUse {
  readonly engine: string;
  readonly cpuSeconds: number;
  readonly memoryMiB: number;
}

/** What each engine process of a worker has used so far, from the worker's metrics page. */
export function engineUse(page: string): EngineUse[] {
  const names = new Set(
    [...page.matchAll(/^parley_engine_rss_bytes\{[^}]*engine="([^"]+)"/gm)].map((m) => m[1] as string),
  );
  return [...names].map((engine) => ({
    engine,
    cpuSeconds: metricSum(page, 'parley_engine_cpu_seconds_total', { engine }),
    memoryMiB: metricSum(page, 'parley_engine_rss_bytes', { engine }) / 2 ** 20,
  }));
}

export function used(before: readonly EngineUse[], after: readonly EngineUse[]): EngineUse[] {
  return after.map((use) => ({
    ...use,
    cpuSeconds: use.cpuSeconds - (before.find((b) => b.engine === use.engine)?.cpuSeconds ?? 0),
  }));
}
