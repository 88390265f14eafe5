import type { RestartPolicy } from '../host';

export interface RestartDecision {
  readonly delayMs: number;
  /** Too many failures in a row: the engine counts as failed until a slow retry succeeds. */
  readonly gaveUp: boolean;
}

/**
 * When to try again after `failures` failures in a row (1 = the first). Half of the delay is jitter, so that
 * the engines of one machine do not all load their models at the same moment.
 */
export function planRestart(
  failures: number,
  policy: RestartPolicy = {},
  random: () => number = Math.random,
): RestartDecision {
  const { firstDelayMs = 200, maxDelayMs = 5_000, giveUpAfter = 5, slowRetryMs = 30_000 } = policy;
  const gaveUp = failures >= giveUpAfter;
  const full = gaveUp ? slowRetryMs : Math.min(maxDelayMs, firstDelayMs * 2 ** (failures - 1));
  return { delayMs: Math.round(full / 2 + (full / 2) * random()), gaveUp };
}
