import type { Report } from '../../report/report';
import type { Summary } from '../../report/statistics';
import { formatTable } from '../../report/table';
import type { GatewayOptions } from './gateway';

/** What was seen with so many sessions. */
export interface Round {
  readonly sessions: number;
  readonly refused: number;
  readonly cpuPercent: number;
  readonly cpuUsPerSessionSecond: number;
  readonly up: Summary;
  readonly down: Summary;
  readonly open: Summary;
  readonly idleKb: number;
  /** Without the audio that is kept for clients to ask for, up to PARLEY_MAX_ITEM_AUDIO_BYTES a session. */
  readonly liveKb: number;
  /** How busy the core of callers, engines, NATS and Redis was: near 100 they are what limits. */
  readonly worldPercent: number;
  readonly responses: number;
  readonly failed: number;
  readonly lost: number;
  readonly lateP99Ms: number;
}

export function printRounds(
  title: string,
  rounds: readonly Round[],
  { frameMs }: Pick<GatewayOptions, 'frameMs'>,
  report: Report,
): void {
  report.line(`\n${title}; ${frameMs} ms frames in all the time, and out half of it`);
  report.line(
    formatTable(
      [
        'sessions',
        'refused',
        '% of a core',
        'µs/s a session',
        'in p50',
        'in p99',
        'out p50',
        'out p99 ms',
        'open p50',
        'open p99 ms',
        'idle kB',
        'live kB',
        'responses',
        'failed',
        'lost',
        'load late p99 ms',
        '% of the world’s core',
      ],
      rounds.map((r) => [
        r.sessions,
        r.refused,
        r.cpuPercent,
        r.cpuUsPerSessionSecond,
        r.up.p50,
        r.up.p99,
        r.down.p50,
        r.down.p99,
        r.open.p50,
        r.open.p99,
        r.idleKb,
        r.liveKb,
        r.responses,
        r.failed,
        r.lost,
        r.lateP99Ms,
        r.worldPercent,
      ]),
    ),
  );
  const largest = rounds.at(-1);
  if (largest === undefined) return;
  const fits = Math.floor((70 * 10_000) / largest.cpuUsPerSessionSecond);
  report.line(`\nat the cost of the last row, ${fits} sessions are 70 % of a core`);
}

/** What was asked of both is compared by what a session costs: the gateway may have refused some. */
export function printFloor(
  rounds: readonly Round[],
  floor: readonly Round[],
  options: Pick<GatewayOptions, 'frameMs' | 'sessions'>,
  report: Report,
): void {
  printRounds('the same frames through a bare relay', floor, options, report);
  rounds.forEach((round, index) => {
    const bare = floor[index];
    if (bare === undefined) return;
    const ratio = round.cpuUsPerSessionSecond / bare.cpuUsPerSessionSecond;
    report.line(`${options.sessions[index]} sessions asked for: ${ratio.toFixed(1)} × the bare relay`);
  });
}
