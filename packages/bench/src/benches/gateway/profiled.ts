import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Report } from '../../report/report';
import { formatTable } from '../../report/table';
import { pinThreads } from '../../support/process';
import { watchedSessions } from './conversation';
import type { GatewayOptions } from './gateway';
import { startGateway, worldCore, type Servers } from './middle';
import { whereTimeGoes, type Share } from './profile';
import { settleMs, startSurroundings, warm } from './surroundings';

export async function profiled(servers: Servers, options: GatewayOptions, report: Report) {
  const directory = mkdtempSync(path.join(tmpdir(), 'parley-gateway-profile-'));
  const gateway = await startGateway(servers, [
    '--cpu-prof',
    '--cpu-prof-interval=500',
    `--cpu-prof-dir=${directory}`,
  ]);
  // On the same core it would look only when the gateway rests, or wakes another: a write to the log was a fifth of all.
  pinThreads(gateway.pid, 'v8:ProfEvntProc', worldCore);
  await warm(gateway, servers, options);
  const { watched, crowd, stop } = await startSurroundings(gateway, servers, options);
  try {
    await watched.open(watchedSessions);
    await crowd.open(options.profile - watchedSessions);
    await watched.start();
    await crowd.start();
    await pause(settleMs(options) + options.windowMs);
  } finally {
    await gateway.stop(20_000);
    await stop();
  }
  const parts = whereTimeGoes(directory, options.windowMs);
  printShares(report, `where the time goes with ${options.profile} sessions, % of busy time`, parts.groups);
  printShares(report, 'the functions that take most', parts.functions);
  return parts;
}

function printShares(report: Report, title: string, shares: readonly Share[]): void {
  report.line(`\n${title}`);
  report.line(
    formatTable(
      ['what', '%'],
      shares.map(({ name, percent }) => [name, percent]),
    ),
  );
}
