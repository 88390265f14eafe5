import { percentile } from '../../report/statistics';
import type { Heard } from './replayer';
import type { Scenario } from './scenario';

/** How one scenario went. */
export interface Outcome {
  readonly scenario: Scenario;
  /** A turn was ended before the speaker was done. */
  readonly cut: boolean;
  /** Cut, and what followed was taken as the same turn going on. */
  readonly mended: boolean;
  /** From the true end of speech to the commit, ms; undefined = never, or there is no end. */
  readonly delayMs: number | undefined;
}

/** Where an end of speech is known to 10 ms at best, a commit so much before it is no cut. */
const toleranceMs = 100;

export function outcome(scenario: Scenario, { events }: Heard): Outcome {
  const { notBeforeMs, speechEndMs } = scenario;
  const commits = events.filter(({ kind }) => kind === 'committed');
  const early = commits.filter(
    ({ atMs }) => atMs < notBeforeMs - (speechEndMs === undefined ? 0 : toleranceMs),
  );
  const last = commits.at(-1);
  return {
    scenario,
    cut: early.length > 0,
    mended: early.length > 0 && events.some(({ continues }) => continues === true),
    delayMs: speechEndMs === undefined || last === undefined ? undefined : last.atMs - speechEndMs,
  };
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
  const cuts = those.filter(({ cut }) => cut).length;
  return {
    ...{ cuts, of: those.length, cutPercent: (100 * cuts) / Math.max(1, those.length) },
    mended: those.filter(({ mended }) => mended).length,
    p50: percentile(delays, 50),
    p90: percentile(delays, 90),
    p99: percentile(delays, 99),
  };
}
