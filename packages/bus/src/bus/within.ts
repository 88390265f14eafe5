import type { Clock } from '../clock';
import { BusError } from '../errors';

/** Rejects with BusError `timeout` when the work takes longer; the work itself goes on. */
export async function within<Result>(
  clock: Clock,
  timeoutMs: number,
  work: Promise<Result>,
): Promise<Result> {
  let cancel: () => void = () => undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    cancel = clock.after(timeoutMs, () => reject(new BusError('timeout', `not done within ${timeoutMs} ms`)));
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    cancel();
  }
}
