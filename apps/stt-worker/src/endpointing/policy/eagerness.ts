import type { Eagerness } from '../settings';

/** How a silence ends a turn under `semantic_vad`. Times are ms of silence since the last speech. */
export interface EagernessRow {
  /** No turn ends sooner, however sure it seems. */
  readonly minDelayMs: number;
  /** A doubtful pause waits so long: few within a turn are longer. */
  readonly doubtfulDelayMs: number;
  /** Every turn ends then: the reference's published maxima, 8, 4 and 2 s. */
  readonly maxDelayMs: number;
  /** p(end of turn) from which on `minDelayMs` is enough. */
  readonly threshold: number;
}

/** `auto` is `medium`, as the reference says. */
export const eagernessTable: Readonly<Record<Eagerness, EagernessRow>> = {
  low: { minDelayMs: 500, doubtfulDelayMs: 2_000, maxDelayMs: 8_000, threshold: 0.83 },
  medium: { minDelayMs: 250, doubtfulDelayMs: 1_600, maxDelayMs: 4_000, threshold: 0.66 },
  auto: { minDelayMs: 250, doubtfulDelayMs: 1_600, maxDelayMs: 4_000, threshold: 0.66 },
  high: { minDelayMs: 150, doubtfulDelayMs: 1_400, maxDelayMs: 2_000, threshold: 0.58 },
};

/** As good as certain that more is to come. */
const hardlyOver = 0.05;
/** Shares of the threshold that are missing: up to here the wait grows to the doubtful one, from there on to the longest. */
const slightDoubt = 0.1;
const graveDoubt = 0.6;

/** Silence that ends the turn at that probability, before the speaker's habits count. */
export function waitMs(row: EagernessRow, probability: number): number {
  const { minDelayMs, doubtfulDelayMs, maxDelayMs, threshold } = row;
  if (probability < hardlyOver) return maxDelayMs;
  const doubt = Math.max(0, (threshold - probability) / threshold);
  const slight = Math.min(1, doubt / slightDoubt);
  const grave = Math.max(0, (doubt - graveDoubt) / (1 - graveDoubt));
  return minDelayMs + (doubtfulDelayMs - minDelayMs) * slight + (maxDelayMs - doubtfulDelayMs) * grave;
}
