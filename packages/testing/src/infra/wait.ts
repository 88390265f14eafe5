import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until the answer is yes; rejects after `timeoutMs`. */
export async function waitFor(
  what: string,
  timeoutMs: number,
  ask: () => boolean | Promise<boolean>,
  everyMs = 20,
): Promise<void> {
  const untilMs = performance.now() + timeoutMs;
  while (!(await ask())) {
    if (performance.now() > untilMs) throw new Error(`${what}: not within ${timeoutMs} ms`);
    await sleep(everyMs);
  }
}
