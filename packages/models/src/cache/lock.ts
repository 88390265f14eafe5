import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { codeOf, ModelError } from '../errors';

export interface LockOptions {
  readonly signal?: AbortSignal | undefined;
  /** How long to wait for another holder before giving up, ms. */
  readonly waitMs: number;
  /** A holder that has not refreshed its lock for this long is dead, ms. */
  readonly staleMs?: number;
  /** Called once if somebody else holds the lock. */
  readonly onWait?: () => void;
}

const STALE_MS = 10_000;
const POLL_MS = 200;

/**
 * Runs `work` while no other process (on this machine or another that shares the folder) does the same.
 * A lock is refreshed while held, so one left by a dead process is taken over once it is stale. `work` gets
 * a signal that also fires if the lock is lost.
 * @throws ModelError `locked` or `cancelled`, or whatever `work` throws
 */
export async function withLock<T>(
  path: string,
  options: LockOptions,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const lost = new AbortController();
  const release = await acquire(path, options, () => lost.abort());
  const signal = options.signal ? AbortSignal.any([options.signal, lost.signal]) : lost.signal;
  try {
    return await work(signal);
  } finally {
    await release().catch(() => undefined);
  }
}

async function acquire(path: string, options: LockOptions, onLost: () => void): Promise<() => Promise<void>> {
  await mkdir(dirname(path), { recursive: true });
  const staleMs = options.staleMs ?? STALE_MS;
  const deadline = Date.now() + options.waitMs;
  let told = false;
  for (;;) {
    if (options.signal?.aborted) throw new ModelError('cancelled', 'cancelled');
    try {
      return await lock(path, {
        realpath: false,
        lockfilePath: path,
        stale: staleMs,
        update: staleMs / 4,
        onCompromised: onLost,
      });
    } catch (error) {
      if (codeOf(error) !== 'ELOCKED') throw error;
    }
    if (Date.now() >= deadline) {
      throw new ModelError('locked', `another process holds ${path}; if none does, delete that folder`);
    }
    if (!told) options.onWait?.();
    told = true;
    await delay(POLL_MS);
  }
}
