import { Agent } from 'node:http';
import path from 'node:path';
import { freePort, startNats, startRedis, startService } from '@parley/testing';
import { Child } from '@parley/testing/infra/child';
import { waitFor } from '@parley/testing/infra/wait';
import type { Report } from '../../report/report';
import { percentile } from '../../report/statistics';
import { formatTable } from '../../report/table';
import { ask, throughput, type Target } from './client';
import { installPortkey, portkey, startPortkey } from './portkey';
import { cpuMs, pin, residentMiB } from '../../support/process';

export interface RouterOptions {
  readonly rounds: number;
  /** Requests of each kind to each target in a round. */
  readonly requests: number;
  readonly streams: number;
  readonly concurrency: number;
  readonly peer: boolean;
}

/** What was measured of one target: all rounds, ms. */
interface Samples {
  readonly json: number[][];
  readonly firstToken: number[][];
  readonly streamsPerSecond: number[];
  readonly cpuUsPerStream: number[];
  residentMiB: number;
}

/** The core of every gateway under test; upstream and client have the other. */
const gatewayCore = 1;
const otherCore = 0;

/** What a gateway between client and provider adds: the same upstream directly, through Parley and through Portkey. */
export async function routerBench(options: RouterOptions, report: Report): Promise<void> {
  const stops: (() => Promise<unknown>)[] = [];
  try {
    const targets = await startTargets(options, report, stops);
    pin(process.pid, otherCore);
    const measured = await measure(targets, options, report);
    print(targets, measured, report);
    report.finish({ ...options, targets: targets.map((target) => figures(target, measured, targets)) });
  } finally {
    await Promise.allSettled(stops.map((stop) => stop()));
  }
}

async function startTargets(
  options: RouterOptions,
  report: Report,
  stops: (() => Promise<unknown>)[],
): Promise<Target[]> {
  const upstreamPort = await freePort();
  const upstream = new Child(process.execPath, [path.join(__dirname, 'upstream.js'), String(upstreamPort)]);
  stops.push(() => upstream.kill());
  pin(upstream.pid, otherCore);
  const base = `http://127.0.0.1:${upstreamPort}/v1`;
  const direct: Target = { name: 'direct', url: `${base}/chat/completions`, headers: {}, model: 'bench' };
  const parley = await Promise.all(
    (['lean', 'ai-sdk'] as const).map((adapter) => startParley(adapter, base, stops)),
  );
  const peer = options.peer ? await tryPortkey(base, report, stops) : [];
  const targets = [direct, ...parley, ...peer];
  for (const target of targets) await waitFor(`${target.name} answers`, 20_000, () => answers(target));
  for (const { pid } of targets) if (pid !== undefined) pin(pid, gatewayCore);
  return targets;
}

async function startParley(
  adapter: 'lean' | 'ai-sdk',
  base: string,
  stops: (() => Promise<unknown>)[],
): Promise<Target> {
  const [nats, redis, port] = await Promise.all([startNats(), startRedis(), freePort()]);
  stops.push(
    () => nats.stop(),
    () => redis.stop(),
  );
  const service = await startService('llm-router', {
    NATS_URL: nats.url,
    REDIS_URL: redis.url,
    PARLEY_LLM_DOOR_PORT: String(port),
    PARLEY_LLM_BASE_URL: base,
    PARLEY_LLM_MODEL: 'custom/bench',
    PARLEY_LLM_ADAPTER: adapter,
    PARLEY_LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
  });
  stops.push(() => service.stop(2_000));
  const url = `http://127.0.0.1:${port}/v1/chat/completions`;
  return { name: `Parley, ${adapter}`, url, headers: {}, model: 'custom/bench', pid: service.pid };
}

async function tryPortkey(
  base: string,
  report: Report,
  stops: (() => Promise<unknown>)[],
): Promise<Target[]> {
  const directory = path.resolve('.parley/peers/portkey');
  try {
    await installPortkey(directory);
  } catch (error) {
    report.line(`peer left out: ${portkey.name} could not be installed (${String(error).split('\n')[0]})`);
    return [];
  }
  const port = await freePort();
  const child = startPortkey(directory, port);
  stops.push(() => child.kill());
  const headers = {
    'x-portkey-provider': 'openai',
    'x-portkey-custom-host': base,
    authorization: 'Bearer none',
  };
  const url = `http://127.0.0.1:${port}/v1/chat/completions`;
  return [{ name: `Portkey ${portkey.version}`, url, headers, model: 'bench', pid: child.pid }];
}

async function answers(target: Target): Promise<boolean> {
  const agent = new Agent();
  try {
    await ask(target, agent, false);
    await ask(target, agent, true);
    return true;
  } catch {
    return false;
  }
}

/** Every target in every round, so that what else the machine does falls on all alike. */
async function measure(
  targets: readonly Target[],
  { rounds, requests, streams, concurrency }: RouterOptions,
  report: Report,
): Promise<Map<Target, Samples>> {
  const all = new Map<Target, Samples>();
  for (const target of targets) {
    all.set(target, { json: [], firstToken: [], streamsPerSecond: [], cpuUsPerStream: [], residentMiB: 0 });
    await throughput(target, concurrency, streams); // warm-up, not counted
  }
  const agents = new Map(targets.map((target) => [target, new Agent({ keepAlive: true, maxSockets: 1 })]));
  for (let round = 0; round < rounds; round += 1) {
    for (const target of targets) {
      const agent = agents.get(target)!;
      const samples = all.get(target)!;
      const json: number[] = [];
      const firstToken: number[] = [];
      for (let index = 0; index < requests; index += 1) {
        json.push((await ask(target, agent, false)).totalMs);
        firstToken.push((await ask(target, agent, true)).firstByteMs);
      }
      samples.json.push(json);
      samples.firstToken.push(firstToken);
    }
  }
  for (let round = 0; round < 3; round += 1) {
    for (const target of targets) await load(target, all.get(target)!, concurrency, streams);
  }
  for (const agent of agents.values()) agent.destroy();
  report.line(`${rounds} rounds of ${requests} requests of each kind, then ${concurrency} streams at a time`);
  return all;
}

async function load(target: Target, samples: Samples, concurrency: number, streams: number): Promise<void> {
  const { pid } = target;
  const beforeMs = pid === undefined ? 0 : cpuMs(pid);
  samples.streamsPerSecond.push(await throughput(target, concurrency, streams));
  if (pid === undefined) return;
  samples.cpuUsPerStream.push(((cpuMs(pid) - beforeMs) * 1_000) / streams);
  samples.residentMiB = residentMiB(pid);
}

const median = (values: readonly number[]): number => percentile(values, 50);

/** Median of the rounds' percentiles: one disturbed round does not count. */
const ofRounds = (rounds: readonly number[][], p: number): number =>
  median(rounds.map((round) => percentile(round, p)));

function figures(target: Target, all: Map<Target, Samples>, [direct]: readonly Target[]) {
  const samples = all.get(target)!;
  const base = all.get(direct!)!;
  const added = (pick: (of: Samples) => number[][], p: number) =>
    ofRounds(pick(samples), p) - ofRounds(pick(base), p);
  return {
    name: target.name,
    jsonP50Ms: ofRounds(samples.json, 50),
    firstTokenP50Ms: ofRounds(samples.firstToken, 50),
    addedJsonP50Ms: added((of) => of.json, 50),
    addedJsonP99Ms: added((of) => of.json, 99),
    addedFirstTokenP50Ms: added((of) => of.firstToken, 50),
    addedFirstTokenP99Ms: added((of) => of.firstToken, 99),
    cpuUsPerStream: median(samples.cpuUsPerStream),
    streamsPerSecond: median(samples.streamsPerSecond),
    /** Were the client and upstream no limit: a core's time over what a stream costs of it. */
    streamsPerSecondAndCore: 1e6 / median(samples.cpuUsPerStream),
    residentMiB: samples.residentMiB,
  };
}

function print(targets: readonly Target[], all: Map<Target, Samples>, report: Report): void {
  const rows = targets.map((target) => figures(target, all, targets));
  const ms = (value: number) => value.toFixed(2);
  report.line(
    `\nadded to the same upstream asked directly (${ms(rows[0]!.jsonP50Ms)} ms), ms, and what it costs`,
  );
  report.line(
    formatTable(
      [
        'through',
        'JSON p50',
        'p99',
        'first token p50',
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
          ms(row.addedJsonP50Ms),
          ms(row.addedJsonP99Ms),
          ms(row.addedFirstTokenP50Ms),
          ms(row.addedFirstTokenP99Ms),
          Math.round(row.cpuUsPerStream),
          Math.round(row.streamsPerSecond),
          Math.round(row.streamsPerSecondAndCore),
          Math.round(row.residentMiB),
        ]),
    ),
  );
}
