import { Agent } from 'node:http';
import type { Report } from '../../report/report';
import { formatTable } from '../../report/table';
import { figures, type Figures, type Samples } from './figures';
import { besideGoals } from './goals';
import { ask, throughput, type Target } from './client';
import { cpuMs, pin, residentMiB } from '../../support/process';
import { otherCore, startTargets, type Through } from './targets';

export interface RouterOptions {
  readonly rounds: number;
  /** Requests of each kind to each target in a round. */
  readonly requests: number;
  readonly streams: number;
  readonly concurrency: number;
  readonly through: readonly Through[];
}

/** What a gateway between client and provider adds: the same upstream directly, through Parley and through Portkey. */
export async function routerBench(options: RouterOptions, report: Report): Promise<void> {
  const stops: (() => Promise<unknown>)[] = [];
  try {
    const targets = await startTargets(options.through, report, stops);
    pin(process.pid, otherCore);
    const measured = await measure(targets, options, report);
    const base = measured.get(targets[0]!)!;
    const rows = targets.map((target) => figures(target.name, measured.get(target)!, base));
    print(rows, report);
    report.finish({ ...options, targets: rows });
  } finally {
    await Promise.allSettled(stops.map((stop) => stop()));
  }
}

/**
 * Of each kind to each target, not counted. Meanwhile V8 compiles on the core that is measured, and takes it for
 * milliseconds at a time: a program that was small would be warm long before one that does more.
 */
const warmUpRequests = 2_000;

/** Every target in every round, so that what else the machine does falls on all alike. */
async function measure(
  targets: readonly Target[],
  { rounds, requests, streams, concurrency }: RouterOptions,
  report: Report,
): Promise<Map<Target, Samples>> {
  const all = new Map<Target, Samples>();
  const agents = new Map(targets.map((target) => [target, new Agent({ keepAlive: true, maxSockets: 1 })]));
  for (const target of targets) {
    all.set(target, { json: [], firstToken: [], streamsPerSecond: [], cpuUsPerStream: [], residentMiB: 0 });
    await throughput(target, concurrency, streams);
    await oneByOne(target, agents.get(target)!, warmUpRequests);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const target of targets) {
      const { json, firstToken } = await oneByOne(target, agents.get(target)!, requests);
      all.get(target)!.json.push(json);
      all.get(target)!.firstToken.push(firstToken);
    }
  }
  for (let round = 0; round < 3; round += 1) {
    for (const target of targets) await load(target, all.get(target)!, concurrency, streams);
  }
  for (const agent of agents.values()) agent.destroy();
  report.line(`${rounds} rounds of ${requests} requests of each kind, then ${concurrency} streams at a time`);
  return all;
}

/** So many requests of each kind, in turn, ms. */
async function oneByOne(
  target: Target,
  agent: Agent,
  requests: number,
): Promise<{ json: number[]; firstToken: number[] }> {
  const json: number[] = [];
  const firstToken: number[] = [];
  for (let index = 0; index < requests; index += 1) {
    json.push((await ask(target, agent, false)).totalMs);
    firstToken.push((await ask(target, agent, true)).firstByteMs);
  }
  return { json, firstToken };
}

async function load(target: Target, samples: Samples, concurrency: number, streams: number): Promise<void> {
  const { pids } = target;
  const usedMs = () => pids.reduce((sum, pid) => sum + cpuMs(pid), 0);
  const beforeMs = usedMs();
  samples.streamsPerSecond.push(await throughput(target, concurrency, streams));
  samples.cpuUsPerStream.push(((usedMs() - beforeMs) * 1_000) / streams);
  samples.residentMiB = pids.reduce((sum, pid) => sum + residentMiB(pid), 0);
}

function print(rows: readonly Figures[], report: Report): void {
  const ms = (value: number) => value.toFixed(2);
  const direct = rows[0]!;
  report.line(
    `\nadded to the same upstream asked directly (whole ${ms(direct.jsonP50Ms)} ms, first token ` +
      `${ms(direct.firstTokenP50Ms)} ms), ms, and what it costs`,
  );
  report.line(
    formatTable(
      [
        'through',
        'JSON p5',
        'p50',
        'p99',
        'first token p5',
        'p50',
        'p99',
        'CPU µs a stream',
        'streams/s',
        'a core',
        'MiB',
      ],
      rows
        .slice(1)
        .map((row) => [
          row.name,
          ms(row.addedJsonP5Ms),
          ms(row.addedJsonP50Ms),
          ms(row.addedJsonP99Ms),
          ms(row.addedFirstTokenP5Ms),
          ms(row.addedFirstTokenP50Ms),
          ms(row.addedFirstTokenP99Ms),
          Math.round(row.cpuUsPerStream),
          Math.round(row.streamsPerSecond),
          Math.round(row.streamsPerSecondAndCore),
          Math.round(row.residentMiB),
        ]),
    ),
  );
  for (const { title, header, rows: cells } of besideGoals(rows.slice(1)))
    report.line(`\n${title}\n${formatTable(header, cells)}`);
}
