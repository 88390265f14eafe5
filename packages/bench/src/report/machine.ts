import { readFileSync } from 'node:fs';
import os from 'node:os';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly platform: string;
  /** One-minute load average when the run began: other work on the machine shows here. */
  readonly loadBefore: number;
  /** How long an idle core of a virtual machine waits for work before it halts, which makes waking it slow; null: no such. */
  readonly haltPollUs: number | null;
}

const governor = '/sys/devices/system/cpu/cpuidle/current_governor';
const haltPollNs = '/sys/module/haltpoll/parameters/guest_halt_poll_ns';

export function describeMachine(): Machine {
  return {
    cpu: os.cpus()[0]?.model.trim() ?? 'unknown',
    cores: os.availableParallelism(),
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
    platform: `${os.type()} ${os.release()} ${os.arch()}`,
    loadBefore: os.loadavg()[0] ?? 0,
    haltPollUs: kernelSays(governor) === 'haltpoll' ? Number(kernelSays(haltPollNs)) / 1_000 : null,
  };
}

function kernelSays(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}

export function machineLine({
  cores,
  cpu,
  memoryGiB,
  platform,
  node,
  loadBefore,
  haltPollUs,
}: Machine): string {
  const halts = haltPollUs === null ? [] : [`halts after ${haltPollUs} µs`];
  const load = `load ${loadBefore.toFixed(1)}`;
  return [`${cores} × ${cpu}`, `${memoryGiB} GiB`, platform, `Node ${node}`, ...halts, load].join(', ');
}
