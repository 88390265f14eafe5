import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, startNats, startRedis, startService, type TestServer } from '@parley/testing';
import type { Report } from '../../report/report';
import { percentile, summarise } from '../../report/statistics';
import { formatTable } from '../../report/table';
import { coreMs, cpuMs, pin, residentMiB } from '../../support/process';
import { cycle, replyMs } from './conversation';
import { startBareRelay } from './bare-relay-process';
import { whereTimeGoes, type Share } from './profile';
import { printFloor, printRounds, type Round } from './rounds';
import type { WorldFacts } from './world';
import { WorldProcess } from './world-process';

export interface GatewayOptions {
  readonly sessions: readonly number[];
  readonly frameMs: number;
  readonly windowMs: number;
  /** Sessions of the run that is profiled; 0 = none. */
  readonly profile: number;
  /** Sessions are opened until the gateway refuses. */
  readonly capacity: boolean;
  /** A bare relay is measured beside the gateway. */
  readonly floor: boolean;
}

/** What stands between callers and engines. */
export interface Middle {
  readonly pid: number;
  readonly port: number;
  stop(timeoutMs?: number): Promise<unknown>;
}

export interface Servers {
  readonly nats: TestServer;
  readonly redis: TestServer;
}

/** The gateway has one core, all the world around it the other. */
const gatewayCore = 1;
const worldCore = 0;
const watchedSessions = 10;
/** Opened before any of the crowd speaks, for the memory of an idle session. */
const silentSessions = 90;
/** The others come one after another, and speak at once. */
const openedPerSecond = 20;
/** Two cycles of the conversation, until every session has had its first turn. */
const settleMs = 16_000;

/** What one gateway process costs and adds, with engines that take no time. */
export async function gatewayBench(options: GatewayOptions, report: Report): Promise<void> {
  pin(process.pid, worldCore);
  const servers: Servers = { nats: await startNats(), redis: await startRedis() };
  const rounds: Round[] = [];
  try {
    for (const sessions of options.sessions) {
      const gateway = await startGateway(servers);
      const world = await startWorld(gateway, servers, { frameMs: options.frameMs });
      rounds.push(await measure(sessions, gateway, world, options, report));
    }
    const floor = options.floor ? await measureFloor(servers, options, report) : [];
    printRounds('one gateway process on one core', rounds, options, report);
    if (options.floor) printFloor(rounds, floor, options, report);
    const profile = options.profile === 0 ? undefined : await profiled(servers, options, report);
    const capacity = options.capacity ? await findCapacity(servers, options, report) : undefined;
    report.finish({ ...options, rounds, floor, profile, capacity });
  } finally {
    await Promise.allSettled([servers.nats.stop(), servers.redis.stop()]);
  }
}

/** WebSocket → JSON → protobuf → NATS and back, with the same callers: what no gateway can do without. */
async function measureFloor(servers: Servers, options: GatewayOptions, report: Report): Promise<Round[]> {
  const rounds: Round[] = [];
  for (const sessions of options.sessions) {
    const relay = await startBareRelay(servers.nats.url);
    pin(relay.pid, gatewayCore);
    const world = await startWorld(relay, servers, { frameMs: options.frameMs, bare: true });
    rounds.push(await measure(sessions, relay, world, options, report));
  }
  return rounds;
}

async function startGateway({ nats, redis }: Servers, nodeArgs: readonly string[] = []): Promise<Middle> {
  const env = {
    NODE_ENV: 'production',
    NATS_URL: nats.url,
    REDIS_URL: redis.url,
    PARLEY_PORT: String(await freePort()),
    PARLEY_API_KEYS: 'bench',
    PARLEY_MAX_SESSIONS_PER_KEY: '0',
    PARLEY_MAX_REQUESTS_PER_SECOND_PER_KEY: '0',
    PARLEY_MAX_CONNECTIONS: '100000',
    PARLEY_DRAIN_MS: '0',
  };
  const gateway = await startService('gateway', env, { nodeArgs });
  pin(gateway.pid, gatewayCore);
  return gateway;
}

interface World {
  /** The engines, and the sessions that are watched. */
  readonly watched: WorldProcess;
  readonly crowd: WorldProcess;
  readonly stop: () => Promise<unknown>;
}

async function startWorld(
  { port }: Middle,
  servers: Servers,
  options: { readonly frameMs: number; readonly bare?: boolean },
): Promise<World> {
  const own = { ...options, port };
  const watched = await WorldProcess.start({ ...own, nats: servers.nats.url });
  const crowd = await WorldProcess.start(own);
  return { watched, crowd, stop: () => Promise.all([watched.stop(), crowd.stop()]) };
}

/** What all sessions see while `during` lasts, and what it costs. */
async function observed(gateway: Middle, { watched, crowd }: World, during: () => Promise<void>) {
  await Promise.all([watched.take(), crowd.take()]);
  const before = cpuMs(gateway.pid);
  const worldBefore = coreMs(worldCore);
  const startMs = performance.now();
  await during();
  const worldAfter = coreMs(worldCore);
  const cpuPercent = (100 * (cpuMs(gateway.pid) - before)) / (performance.now() - startMs);
  const [near, far] = [await watched.take(), await crowd.take()];
  return {
    sessions: near.open + far.open,
    cpuPercent,
    worldPercent:
      (100 * (worldAfter.busyMs - worldBefore.busyMs)) / (worldAfter.totalMs - worldBefore.totalMs),
    up: summarise(near.up),
    down: summarise(near.down),
    refused: far.refused,
    responses: near.responses + far.responses,
    failed: near.failedResponses + far.failedResponses,
    errors: near.errors + far.errors,
    lost: near.closed + far.closed,
    lateP99Ms: percentile([...near.lateMs, ...far.lateMs], 99),
  };
}

async function measure(
  sessions: number,
  gateway: Middle,
  world: World,
  options: GatewayOptions,
  report: Report,
): Promise<Round> {
  try {
    const { watched, crowd } = world;
    await watched.open(Math.min(watchedSessions, sessions));
    await watched.start();
    await pause(settleMs);
    const warm = residentMiB(gateway.pid);
    const added = Math.max(0, sessions - watchedSessions);
    const silent = Math.min(silentSessions, added);
    await crowd.open(silent);
    await pause(2_000);
    const idle = residentMiB(gateway.pid);
    await crowd.start();
    for (let left = added - silent; left > 0; left -= openedPerSecond) {
      await crowd.open(Math.min(openedPerSecond, left));
      await crowd.start();
      await pause(1_000);
    }
    await pause(settleMs);
    const opened = await crowd.take();
    const seen = await observed(gateway, world, () => pause(options.windowMs));
    const live = residentMiB(gateway.pid);
    const round: Round = {
      ...seen,
      refused: opened.refused,
      cpuUsPerSessionSecond: (seen.cpuPercent * 10_000) / seen.sessions,
      open: summarise(opened.openMs),
      idleKb: ((idle - warm) * 1_024) / silent,
      liveKb:
        ((live - warm) * 1_024) / (seen.sessions - watchedSessions) -
        keptKb((opened.responses + seen.responses) / sessions),
      failed: seen.failed + seen.errors,
      lost: opened.closed + seen.lost,
    };
    report.line(`  ${round.sessions} sessions: ${round.cpuPercent.toFixed(0)} % of a core`);
    return round;
  } finally {
    await world.stop();
    await gateway.stop();
  }
}

/** Audio of a session's items after so many turns: what was said at 24 kHz, and what was heard at 16 kHz. */
const keptKb = (turns: number): number =>
  (turns * (replyMs * 48 + (cycle.speechEndMs - cycle.speechStartMs) * 32)) / 1_024;

async function profiled(servers: Servers, options: GatewayOptions, report: Report) {
  const directory = mkdtempSync(path.join(tmpdir(), 'parley-gateway-profile-'));
  const gateway = await startGateway(servers, [
    '--cpu-prof',
    '--cpu-prof-interval=500',
    `--cpu-prof-dir=${directory}`,
  ]);
  const world = await startWorld(gateway, servers, { frameMs: options.frameMs });
  try {
    await world.watched.open(watchedSessions);
    await world.crowd.open(options.profile - watchedSessions);
    await world.watched.start();
    await world.crowd.start();
    await pause(settleMs + options.windowMs);
  } finally {
    await gateway.stop(20_000);
    await world.stop();
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

/** Sessions are added until the gateway refuses; those it has must not notice. */
async function findCapacity(servers: Servers, options: GatewayOptions, report: Report) {
  const gateway = await startGateway(servers);
  const world = await startWorld(gateway, servers, { frameMs: options.frameMs });
  const { watched, crowd } = world;
  const step = 50;
  const most = 3_000;
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
    await pause(settleMs);
    const found = await observed(gateway, world, async () => {
      for (let elapsed = 0; elapsed < options.windowMs; elapsed += 1_000) {
        await crowd.open(10);
        await pause(1_000);
      }
    });
    report.line(
      `\nasked for ever more, it holds ${found.sessions} sessions at ${found.cpuPercent.toFixed(0)} % of a core and refuses ` +
        `the rest (${found.refused} while this was measured): in p50 ${found.up.p50.toFixed(1)} / p99 ` +
        `${found.up.p99.toFixed(1)} ms, out p50 ${found.down.p50.toFixed(1)} / p99 ${found.down.p99.toFixed(1)} ms, ` +
        `${found.lost} sessions lost, ${found.failed} responses failed, load late p99 ${found.lateP99Ms.toFixed(1)} ms`,
    );
    return found;
  } finally {
    await world.stop();
    await gateway.stop();
  }
}
