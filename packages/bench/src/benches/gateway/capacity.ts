import { setTimeout as pause } from 'node:timers/promises';
import type { Report } from '../../report/report';
import { watchedSessions } from './conversation';
import type { GatewayOptions } from './gateway';
import { observed } from './measure';
import { startGateway, type Servers } from './middle';
import { settleMs, startSurroundings, warm } from './surroundings';
import type { WorldFacts } from './world';

const step = 50;
const most = 3_000;

/** Sessions are added until the gateway refuses; those it has must not notice. */
export async function findCapacity(servers: Servers, options: GatewayOptions, report: Report) {
  const gateway = await startGateway(servers);
  await warm(gateway, servers, options);
  const surroundings = await startSurroundings(gateway, servers, options);
  const { watched, crowd, stop } = surroundings;
  try {
    await watched.open(watchedSessions);
    await watched.start();
    let facts: WorldFacts | undefined;
    for (let asked = 0; asked < most && (facts?.refused ?? 0) === 0; asked += step) {
      await crowd.open(step);
      await crowd.start();
      await pause(1_000);
      facts = await crowd.take();
    }
    await pause(settleMs(options));
    const found = await observed(gateway, surroundings, async () => {
      for (let elapsed = 0; elapsed < options.windowMs; elapsed += 1_000) {
        await crowd.open(10);
        await pause(1_000);
      }
    });
    report.line(
      `\nasked for ever more, it holds ${found.sessions} sessions at ${found.cpuPercent.toFixed(0)} % of a core and refuses ` +
        `the rest (${found.refused} while this was measured): in p50 ${found.up.p50.toFixed(1)} / p99 ` +
        `${found.up.p99.toFixed(1)} ms, out p50 ${found.down.p50.toFixed(1)} / p99 ${found.down.p99.toFixed(1)} ms, ` +
        `event loop late p99 ${found.loopDelayP99Ms.toFixed(1)} ms, the world's core ${found.worldPercent.toFixed(0)} % busy, ` +
        `${found.lost} sessions lost, ${found.failed} responses failed, load late p99 ${found.lateP99Ms.toFixed(1)} ms`,
    );
    return found;
  } finally {
    await stop();
    await gateway.stop();
  }
}
