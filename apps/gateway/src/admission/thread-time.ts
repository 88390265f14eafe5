import { readFileSync } from 'node:fs';

/** Of the main thread, since it began, ms. */
export interface ThreadTime {
  readonly runningMs: number;
  /** It could have run, and others had the processor. */
  readonly waitingMs: number;
}

const path = `/proc/self/task/${process.pid}/schedstat`;

/** Undefined: this system does not tell. */
export function readThreadTime(): ThreadTime | undefined {
  try {
    const [running = NaN, waiting = NaN] = readFileSync(path, 'latin1').split(' ').map(Number);
    // A kernel that does not keep these times says 0.
    if (!(running > 0) || !Number.isFinite(waiting)) return undefined;
    return { runningMs: running / 1e6, waitingMs: waiting / 1e6 };
  } catch {
    return undefined;
  }
}

/**
 * Part of the time that others left it in which the thread ran, 0–1: what they take is no work of its own, and what is
 * left must be enough for it.
 */
export function ownShare(before: ThreadTime, now: ThreadTime, elapsedMs: number): number {
  const runMs = now.runningMs - before.runningMs;
  const leftMs = Math.max(runMs, elapsedMs - (now.waitingMs - before.waitingMs));
  return leftMs > 0 ? Math.min(1, Math.max(0, runMs / leftMs)) : 0;
}
