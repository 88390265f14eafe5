import { readFileSync } from 'node:fs';

/** Processor time since boot (whole machine) and since start (this process), ms. */
export interface CpuSample {
  readonly atMs: number;
  readonly machineMs: number;
  readonly ownMs: number;
}

/**
 * Threads for one decode. The threads wait for each other by spinning: when another program holds a core, a decode
 * on all cores takes ten times as long as on the cores that are free.
 */
export function chooseThreads(most: number, cores: number, othersBusyCores: number): number {
  const free = Math.floor(cores - othersBusyCores + 0.5);
  return Math.max(1, Math.min(most, free));
}

/** Cores that other programs kept busy between two samples. */
export function othersBusyCores(from: CpuSample, to: CpuSample): number {
  const passedMs = to.atMs - from.atMs;
  if (passedMs <= 0) return 0;
  return Math.max(0, (to.machineMs - from.machineMs - (to.ownMs - from.ownMs)) / passedMs);
}

const jiffyMs = 10;
const everyMs = 100;
const windowMs = 250;

/** Watches the machine's load from within the engine's process. Without /proc it always says 0. */
export class LoadWatch {
  #samples: CpuSample[] = [];

  start(): void {
    this.#take();
    setInterval(() => this.#take(), everyMs).unref();
  }

  /** Over the last quarter of a second or so. */
  busyCores(): number {
    this.#take();
    const newest = this.#samples.at(-1);
    const oldest = this.#samples.findLast((sample) => newest && newest.atMs - sample.atMs >= windowMs);
    const from = oldest ?? this.#samples[0];
    return newest && from ? othersBusyCores(from, newest) : 0;
  }

  #take(): void {
    const machineMs = readMachineMs();
    if (machineMs === undefined) return;
    const own = process.cpuUsage();
    this.#samples.push({ atMs: performance.now(), machineMs, ownMs: (own.user + own.system) / 1000 });
    if (this.#samples.length > 16) this.#samples = this.#samples.slice(-8);
  }
}

/** All that is not idle or waiting for a disk, stolen time included. */
export function parseMachineMs(stat: string): number | undefined {
  const fields = /^cpu +(.*)$/m.exec(stat)?.[1]?.split(' ').map(Number);
  if (!fields || fields.length < 8 || fields.some((field) => !Number.isFinite(field))) return undefined;
  // user nice system idle iowait irq softirq steal
  const busy = fields.filter((_, i) => i < 8 && i !== 3 && i !== 4);
  return jiffyMs * busy.reduce((sum, field) => sum + field, 0);
}

function readMachineMs(): number | undefined {
  try {
    return parseMachineMs(readFileSync('/proc/stat', 'latin1'));
  } catch {
    return undefined;
  }
}
