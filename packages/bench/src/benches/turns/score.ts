import { percentile } from '../../report/statistics';
import type { Heard } from './replayer';
import type { Scenario } from './scenario';

/** Lengths that a pause inside a turn is given, ms. */
const pausesMs = [200, 350, 500, 650, 800, 950, 1_100, 1_250, 1_400, 1_500] as const;
export const longestPauseMs = pausesMs.at(-1)!;

/** How one scenario went. */
export interface Outcome {
  readonly scenario: Scenario;
  /** A turn was ended before the speaker was done: 0 or 1, of a pause the share of its lengths at which. */
  readonly cut: number;
  /** Cut, and what followed was taken as the same turn going on. */
  readonly mended: boolean;
  /** From the true end of speech to the commit, ms; undefined = never, or there is no end. */
  readonly delayMs: number | undefined;
}

/** Where an end of speech is known to 10 ms at best, a commit so much before it is no cut. */
const toleranceMs = 100;

export function outcome(scenario: Scenario, { events }: Heard): Outcome {
  const { notBeforeMs, speechEndMs, pauseStartMs } = scenario;
  const commits = events.filter(({ kind }) => kind === 'committed');
  const last = commits.at(-1);
  const delayMs = speechEndMs === undefined || last === undefined ? undefined : last.atMs - speechEndMs;
  if (pauseStartMs !== undefined) {
    const first = commits[0]?.atMs ?? Infinity;
    const cut = pausesMs.filter((pauseMs) => first < pauseStartMs + pauseMs).length / pausesMs.length;
    return { scenario, cut, mended: false, delayMs };
  }
  const early = commits.some(({ atMs }) => atMs < notBeforeMs - toleranceMs);
  const mended = early && events.some(({ continues }) => continues === true);
  return { scenario, cut: early ? 1 : 0, mended, delayMs };
}

export interface Score {
  readonly cutPercent: number;
  readonly cuts: number;
  readonly of: number;
  readonly mended: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
}

export function score(outcomes: readonly Outcome[], kinds: readonly Scenario['kind'][]): Score {
  const those = outcomes.filter(({ scenario }) => kinds.includes(scenario.kind));
  const delays = those.flatMap(({ delayMs }) => delayMs ?? []);
  const cuts = those.reduce((sum, { cut }) => sum + cut, 0);
  return {
    ...{ cuts, of: those.length, cutPercent: (100 * cuts) / Math.max(1, those.length) },
    mended: those.filter(({ mended }) => mended).length,
    p50: percentile(delays, 50),
    p90: percentile(delays, 90),
    p99: percentile(delays, 99),
  };
}
