import type { Eagerness } from '../settings';

/** How a silence ends a turn under `semantic_vad`. Times are ms of silence since the last speech. */
export interface EagernessRow {
  /** No turn ends sooner, however sure it seems. */
  readonly minDelayMs: number;
  /** Every turn ends then: the reference's published maxima, 8, 4 and 2 s. */
  readonly maxDelayMs: number;
  /** p(end of turn) from which on `minDelayMs` is enough; below it the wait grows, at first quickly, to `maxDelayMs` at 0. */
  readonly threshold: number;
}

/** `auto` is `medium`, as the reference says. */
export const eagernessTable: Readonly<Record<Eagerness, EagernessRow>> = {
  low: { minDelayMs: 500, maxDelayMs: 8_000, threshold: 0.85 },
  medium: { minDelayMs: 250, maxDelayMs: 4_000, threshold: 0.74 },
  auto: { minDelayMs: 250, maxDelayMs: 4_000, threshold: 0.74 },
  high: { minDelayMs: 150, maxDelayMs: 2_000, threshold: 0.5 },
};

/** As good as certain that more is to come. */
const hardlyOver = 0.05;

/** Silence that ends the turn at that probability, before the speaker's habits count. */
export function waitMs(row: EagernessRow, probability: number): number {
  if (probability < hardlyOver) return row.maxDelayMs;
  const doubt = Math.max(0, (row.threshold - probability) / row.threshold);
  return row.minDelayMs + (row.maxDelayMs - row.minDelayMs) * Math.sqrt(doubt);
}
