import { startNats, startRedis } from '@parley/testing';
import type { Report } from '../../report/report';
import { pin } from '../../support/process';
import { startBareRelay } from './bare-relay-process';
import { findCapacity } from './capacity';
import { measure } from './measure';
import { measureMemory } from './memory';
import { gatewayCore, startGateway, worldCore, type Servers } from './middle';
import { profiled } from './profiled';
import { printRounds, type Round } from './rounds';

export interface GatewayOptions {
  readonly sessions: readonly number[];
  readonly frameMs: number;
  readonly turnsPerMinute: number;
  /** Sessions come one after another, and speak at once. */
  readonly openedPerSecond: number;
  /** From the last opening until a round is measured; by default until all have had their first turn. */
  readonly settleMs?: number;
  readonly windowMs: number;
  /** Sessions of the run that is profiled; 0 = none. */
  readonly profile: number;
  /** Sessions are opened until the gateway refuses. */
  readonly capacity: boolean;
  /** A bare relay is measured beside the gateway. */
  readonly floor: boolean;
  /** What a session takes is measured. */
  readonly memory: boolean;
}

/** What one gateway process costs and adds, with engines that take no time. */
export async function gatewayBench(options: GatewayOptions, report: Report): Promise<void> {
  pin(process.pid, worldCore);
  const servers: Servers = { nats: await startNats(), redis: await startRedis() };
  const rounds: Round[] = [];
  const floor: Round[] = [];
  try {
    const memory = options.memory ? await measureMemory(servers, options, report) : undefined;
    for (const sessions of options.sessions) {
      const gateway = await startGateway(servers);
      rounds.push(await measure(sessions, gateway, servers, options, report));
      if (options.floor) floor.push(await measureFloor(sessions, servers, options, report));
    }
    printRounds(rounds, floor, options, report);
    const profile = options.profile === 0 ? undefined : await profiled(servers, options, report);
    const capacity = options.capacity ? await findCapacity(servers, options, report) : undefined;
    report.finish({ ...options, memory, rounds, floor, profile, capacity });
  } finally {
    await Promise.allSettled([servers.nats.stop(), servers.redis.stop()]);
  }
}

/** WebSocket → JSON → protobuf → NATS and back, with the same callers: what no gateway can do without. */
async function measureFloor(
  sessions: number,
  servers: Servers,
  options: GatewayOptions,
  report: Report,
): Promise<Round> {
  const relay = await startBareRelay(servers.nats.url);
  pin(relay.pid, gatewayCore);
  return measure(sessions, relay, servers, { ...options, bare: true }, report);
}
