import type { Report } from '../../report/report';
import type { Summary } from '../../report/statistics';
import { formatTable } from '../../report/table';
import type { GatewayOptions } from './gateway';

/** What was seen with so many sessions. */
export interface Round {
  readonly asked: number;
  readonly sessions: number;
  readonly refused: number;
  readonly cpuPercent: number;
  /** Of the time: there was something to do, and other programs had the core. What is late then is not its fault. */
  readonly waitedPercent: number;
  readonly cpuUsPerSessionSecond: number;
  readonly up: Summary;
  readonly down: Summary;
  readonly open: Summary;
  /** NaN: a bare relay does not know. */
  readonly loopDelayP99Ms: number;
  /** While V8 looks through the whole heap, frames are late. NaN: a bare relay does not know. */
  readonly majorCollections: number;
  readonly residentMiB: number;
  /** How busy the core of callers, engines, NATS and Redis was: near 100 they are what limits. */
  readonly worldPercent: number;
  readonly responses: number;
  readonly failed: number;
  readonly lost: number;
  readonly lateP99Ms: number;
}

const heads = [
  'asked',
  'what',
  'sessions',
  '% of a core',
  '% without it',
  'µs/s a session',
  'in p50',
  'in p99',
  'out p50',
  'out p99 ms',
  'loop late p99',
  'major GCs',
  'open p50',
  'open p99 ms',
  'MiB',
  'responses',
  'failed',
  'lost',
  'load late p99 ms',
  '% of the world’s core',
];

const rowOf = (what: string, r: Round): (string | number)[] => [
  r.asked,
  what,
  r.sessions,
  r.cpuPercent,
  r.waitedPercent,
  r.cpuUsPerSessionSecond,
  r.up.p50,
  r.up.p99,
  r.down.p50,
  r.down.p99,
  r.loopDelayP99Ms,
  r.majorCollections,
  r.open.p50,
  r.open.p99,
  r.residentMiB,
  r.responses,
  r.failed,
  r.lost,
  r.lateP99Ms,
  r.worldPercent,
];

/** Each beside a bare relay with the same callers, where there was one: what both share is not the gateway's. */
export function printRounds(
  rounds: readonly Round[],
  floor: readonly Round[],
  { frameMs, turnsPerMinute }: Pick<GatewayOptions, 'frameMs' | 'turnsPerMinute'>,
  report: Report,
): void {
  report.line(
    `\none process on one core; ${frameMs} ms frames in all the time, and out half of it, ${turnsPerMinute} turns a minute`,
  );
  const rows = rounds.flatMap((round, index) => {
    const bare = floor[index];
    return [rowOf('gateway', round), ...(bare === undefined ? [] : [rowOf('bare relay', bare)])];
  });
  report.line(formatTable(heads, rows));
  for (const [index, round] of rounds.entries()) {
    const bare = floor[index];
    if (bare === undefined) continue;
    const ratio = round.cpuUsPerSessionSecond / bare.cpuUsPerSessionSecond;
    const added = (of: 'up' | 'down', at: 'p50' | 'p99') => (round[of][at] - bare[of][at]).toFixed(1);
    report.line(
      `${round.asked} sessions: ${ratio.toFixed(1)} × the bare relay; added to it in p50 ${added('up', 'p50')} / p99 ` +
        `${added('up', 'p99')} ms, out p50 ${added('down', 'p50')} / p99 ${added('down', 'p99')} ms`,
    );
  }
  const largest = rounds.at(-1);
  if (largest === undefined) return;
  const fits = Math.floor((70 * 10_000) / largest.cpuUsPerSessionSecond);
  report.line(`\nat the cost of the last row, ${fits} sessions are 70 % of a core`);
}
