import { metricSum } from '@parley/testing';
import type { Middle } from './middle';

/** What the gateway says of its process; all of it NaN for a bare relay, which says nothing. */
export interface ProcessMetrics {
  /** How late the event loop came to what was due, p99 since this was asked last. */
  readonly loopDelayP99Ms: number;
  /** Collections of the whole heap since it began: while V8 marks, the core has that to do besides. */
  readonly majorCollections: number;
}

/** What is measured is how late a timer of that period is, period included. */
const timerMs = 10;

export async function processMetrics({ port }: Middle): Promise<ProcessMetrics> {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`).catch(() => undefined);
  if (response?.ok !== true) return { loopDelayP99Ms: NaN, majorCollections: NaN };
  const page = await response.text();
  return {
    loopDelayP99Ms: metricSum(page, 'nodejs_eventloop_lag_p99_seconds') * 1_000 - timerMs,
    majorCollections: metricSum(page, 'nodejs_gc_duration_seconds_count', { kind: 'major' }),
  };
}
