import { setTimeout as pause } from 'node:timers/promises';
import type { Report } from '../../report/report';
import { percentile, summarise } from '../../report/statistics';
import { coreMs, coreWaitMs, cpuMs, residentMiB } from '../../support/process';
import { watchedSessions } from './conversation';
import type { GatewayOptions } from './gateway';
import { worldCore, type Middle, type Servers } from './middle';
import { processMetrics } from './process-metrics';
import type { Round } from './rounds';
import { settleMs, startSurroundings, warm, type Load, type Surroundings } from './surroundings';

/** What all sessions see while `during` lasts, and what it costs. */
export async function observed(
  middle: Middle,
  { watched, crowd }: Surroundings,
  during: () => Promise<void>,
) {
  const [told] = await Promise.all([processMetrics(middle), watched.take(), crowd.take()]);
  // What all have seen until now is much to tell, and frames were late for it.
  await pause(500);
  await Promise.all([watched.take(), crowd.take()]);
  const before = cpuMs(middle.pid);
  const waitedBefore = coreWaitMs(middle.pid);
  const worldBefore = coreMs(worldCore);
  const startMs = performance.now();
  await during();
  const worldAfter = coreMs(worldCore);
  const elapsedMs = performance.now() - startMs;
  const cpuPercent = (100 * (cpuMs(middle.pid) - before)) / elapsedMs;
  const waitedPercent = (100 * (coreWaitMs(middle.pid) - waitedBefore)) / elapsedMs;
  const [near, far] = [await watched.take(), await crowd.take()];
  const { loopDelayP99Ms, majorCollections } = await processMetrics(middle);
  return {
    sessions: near.open + far.open,
    cpuPercent,
    waitedPercent,
    worldPercent:
      (100 * (worldAfter.busyMs - worldBefore.busyMs)) / (worldAfter.totalMs - worldBefore.totalMs),
    up: summarise(near.up),
    down: summarise(near.down),
    loopDelayP99Ms,
    majorCollections: majorCollections - told.majorCollections,
    refused: far.refused,
    responses: near.responses + far.responses,
    failed: near.failedResponses + far.failedResponses + near.errors + far.errors,
    lost: near.closed + far.closed,
    lateP99Ms: percentile([...near.lateMs, ...far.lateMs], 99),
  };
}

/** So many live sessions at a process whose code is warm. Ends both. */
export async function measure(
  sessions: number,
  middle: Middle,
  servers: Servers,
  options: GatewayOptions & Load,
  report: Report,
): Promise<Round> {
  const { openedPerSecond } = options;
  let surroundings: Surroundings | undefined;
  try {
    await warm(middle, servers, options);
    surroundings = await startSurroundings(middle, servers, options);
    const { watched, crowd } = surroundings;
    await watched.open(Math.min(watchedSessions, sessions));
    await watched.start();
    for (let left = sessions - watchedSessions; left > 0; left -= openedPerSecond) {
      await crowd.open(Math.min(openedPerSecond, left));
      await crowd.start();
      await pause(1_000);
    }
    await pause(options.settleMs ?? settleMs(options));
    const opened = await crowd.take();
    const seen = await observed(middle, surroundings, () => pause(options.windowMs));
    const round: Round = {
      ...seen,
      asked: sessions,
      refused: opened.refused,
      cpuUsPerSessionSecond: (seen.cpuPercent * 10_000) / seen.sessions,
      open: summarise(opened.openMs),
      residentMiB: residentMiB(middle.pid),
      lost: opened.closed + seen.lost,
    };
    report.line(`  ${round.sessions} sessions: ${round.cpuPercent.toFixed(0)} % of a core`);
    return round;
  } finally {
    await surroundings?.stop();
    await middle.stop();
  }
}
