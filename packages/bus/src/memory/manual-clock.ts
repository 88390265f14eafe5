import { soon, type Clock } from '../clock';

interface Timer {
  readonly atMs: number;
  readonly order: number;
  readonly call: () => void;
}

/** A clock that stands still until it is told to go on. */
export class ManualClock implements Clock {
  #nowMs = 0;
  #order = 0;
  readonly #timers = new Set<Timer>();
  readonly soon = soon;

  constructor(private readonly startUnixMs = 1_700_000_000_000) {}

  nowMs(): number {
    return this.#nowMs;
  }

  unixMs(): number {
    return this.startUnixMs + this.#nowMs;
  }

  after(delayMs: number, call: () => void): () => void {
    this.#order += 1;
    const timer = { atMs: this.#nowMs + Math.max(0, delayMs), order: this.#order, call };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  /** Runs what falls due in the next `ms`, in order; between calls, everything awaiting them runs too. */
  async advance(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms;
    await this.settle();
    for (let next = this.#next(untilMs); next !== undefined; next = this.#next(untilMs)) {
      this.#timers.delete(next);
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.call();
      await this.settle();
    }
    this.#nowMs = untilMs;
  }

  /** Lets deliveries without delay, and what awaits them, come to rest. */
  async settle(): Promise<void> {
    for (let round = 0; round < settleRounds; round += 1) await new Promise<void>((resolve) => soon(resolve));
  }

  #next(untilMs: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers) {
      if (timer.atMs > untilMs) continue;
      if (
        next === undefined ||
        timer.atMs < next.atMs ||
        (timer.atMs === next.atMs && timer.order < next.order)
      ) {
        next = timer;
      }
    }
    return next;
  }
}

/** Messages there and back a few times. */
const settleRounds = 8;
