import { readdirSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

const ticksPerSecond = 100;

/** CPU that a process has used, its threads and what it did in the kernel included. */
export function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticksPerSecond;
}

/** Time that the first thread of a process could have worked and had no core to do it on. */
export function coreWaitMs(pid: number): number {
  const [, waitedNs] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ');
  return Number(waitedNs) / 1e6;
}

/** Time that a core has worked, whoever for, and all time it had. */
export function coreMs(core: number): { busyMs: number; totalMs: number } {
  const line = readFileSync('/proc/stat', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`cpu${core} `));
  // user, nice, system, idle, iowait, irq, softirq, steal; what follows is in them.
  const ticks = (line ?? '').split(' ').slice(1, 9).map(Number);
  const totalMs = (ticks.reduce((sum, count) => sum + count, 0) * 1_000) / ticksPerSecond;
  const idleMs = (((ticks[3] ?? 0) + (ticks[4] ?? 0)) * 1_000) / ticksPerSecond;
  return { busyMs: totalMs - idleMs, totalMs };
}

export function residentMiB(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  return (pages * 4_096) / 2 ** 20;
}

/** Keeps a process and its threads on one core, so that gateways are compared on the same. */
export function pin(pid: number, core: number): void {
  execFileSync('taskset', ['-a', '-cp', String(core), String(pid)], { stdio: 'ignore' });
}

/** The same for those of its threads that have this name. */
export function pinThreads(pid: number, name: string, core: number): void {
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    if (readFileSync(`/proc/${pid}/task/${thread}/comm`, 'utf8').trim() !== name) continue;
    execFileSync('taskset', ['-cp', String(core), thread], { stdio: 'ignore' });
  }
}
