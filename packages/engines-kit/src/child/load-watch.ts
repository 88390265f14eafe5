import { readFileSync } from 'node:fs';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** Processor time since boot (whole machine) and since start (this process), ms. */
export interface CpuSample {
  readonly atMs: number;
  readonly machineMs: number;
  readonly ownMs: number;
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
const looks = 4;

/**
 * Watches from within an engine's process what other programs leave of the machine. Programs of lowered priority do
 * not count, as they give way. Without /proc it always says 0.
 */
export class LoadWatch {
  readonly #niced = os.getPriority() > 0;
  #samples: CpuSample[] = [];

  start(): void {
    this.#take();
    setInterval(() => this.#take(), everyMs).unref();
  }

  /** Over the last quarter of a second or so, but no more than are busy at this moment. */
  busyCores(): number {
    this.#take();
    return Math.min(this.#lately(), readRunning());
  }

  /** The same, before a longer stretch of work: what is awake only for a moment does not count. */
  async busyCoresAtLeast(): Promise<number> {
    let least = this.busyCores();
    for (let look = 0; look < looks && least >= 0.5; look += 1) {
      await sleep(1);
      least = Math.min(least, this.busyCores());
    }
    return least;
  }

  #lately(): number {
    const newest = this.#samples.at(-1);
    const oldest = this.#samples.findLast((sample) => newest && newest.atMs - sample.atMs >= windowMs);
    const from = oldest ?? this.#samples[0];
    return newest && from ? othersBusyCores(from, newest) : 0;
  }

  #take(): void {
    const machineMs = readMachineMs();
    if (machineMs === undefined) return;
    const own = process.cpuUsage();
    const ownMs = this.#niced ? 0 : (own.user + own.system) / 1000;
    this.#samples.push({ atMs: performance.now(), machineMs, ownMs });
    if (this.#samples.length > 16) this.#samples = this.#samples.slice(-8);
  }
}

/** All that is not idle, waiting for a disk or of lowered priority; stolen time included. */
export function parseMachineMs(stat: string): number | undefined {
  const fields = /^cpu +(.*)$/m.exec(stat)?.[1]?.split(' ').map(Number);
  if (!fields || fields.length < 8 || fields.some((field) => !Number.isFinite(field))) return undefined;
  // user nice system idle iowait irq softirq steal
  const busy = fields.filter((_, i) => i < 8 && i !== 1 && i !== 3 && i !== 4);
  return jiffyMs * busy.reduce((sum, field) => sum + field, 0);
}

function readMachineMs(): number | undefined {
  try {
    return parseMachineMs(readFileSync('/proc/stat', 'latin1'));
  } catch {
    return undefined;
  }
}

/** Threads running or waiting to run, this one left out: the fourth field of /proc/loadavg. */
function readRunning(): number {
  try {
    return Number(/(\d+)\/\d+/.exec(readFileSync('/proc/loadavg', 'latin1'))?.[1] ?? Infinity) - 1;
  } catch {
    return Infinity;
  }
}

/**
 * Threads for work whose threads wait for each other by spinning: when another program holds a core, work on all
 * cores takes ten times as long as on the cores that are free.
 */
export function chooseThreads(most: number, cores: number, othersBusyCores: number): number {
  const free = Math.floor(cores - othersBusyCores + 0.5);
  return Math.max(1, Math.min(most, free));
}
