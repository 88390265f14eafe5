import type { Deadlines } from '../answering/state';

/** No request is hedged. */
export const deadlines: Deadlines = {
  firstTokenMs: 15_000,
  fallbackMs: 4_000,
  betweenTokensMs: 10_000,
  totalMs: 120_000,
  hedgeMs: 0,
};
