import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadSample } from './threads';

/** Linux tells the threads running or waiting to run in the fourth field of /proc/loadavg, this one included. */
function readOthersRunning(): number | undefined {
  try {
    const running = /(\d+)\/\d+/.exec(fs.readFileSync('/proc/loadavg', 'latin1'))?.[1];
    return running === undefined ? undefined : Math.max(0, Number(running) - 1);
  } catch {
    return undefined;
  }
}

/** Reads the load now; what looks busy is looked at again a moment later, so that a passing wake-up does not count. */
export async function sampleLoad(): Promise<LoadSample> {
  let othersRunning = readOthersRunning();
  if (othersRunning !== undefined && othersRunning > 0) {
    await sleep(1);
    othersRunning = Math.min(othersRunning, readOthersRunning() ?? othersRunning);
  }
  const { user, system } = process.cpuUsage();
  return { nowMs: performance.now(), cpuMs: (user + system) / 1_000, othersRunning };
}
