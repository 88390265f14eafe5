/** What is known of the machine between two steps of evaluation. Times in milliseconds. */
export interface LoadSample {
  readonly nowMs: number;
  /** CPU time this process has used. */
  readonly cpuMs: number;
  /** Threads of other processes that are running or waiting to; undefined = the system does not tell. */
  readonly othersRunning: number | undefined;
}

/** A spell of contention that was felt, not seen, is taken to last this long. */
const holdMs = 1_000;
/** Share of its threads' time that an evaluation gets when nothing is in its way. */
const fairShare = 0.7;

/**
 * Decides how many threads evaluate the next step. llama.cpp's threads wait for one another by spinning: a
 * second thread on a core that something else needs makes a token five to ten times slower, while on a free
 * core it makes it faster. So: as many threads as there are free cores.
 */
export class ThreadGovernor {
  #threads: number;
  #heldUntilMs = -Infinity;
  #last: LoadSample | undefined;

  constructor(private readonly maxThreads: number) {
    this.#threads = maxThreads;
  }

  get threads(): number {
    return this.#threads;
  }

  /** `fresh`: nothing was evaluated since the last sample, so its times say nothing. */
  decide(sample: LoadSample, fresh: boolean): number {
    if (!fresh && this.#starved(sample)) this.#heldUntilMs = sample.nowMs + holdMs;
    this.#last = sample;
    const others = Math.max(sample.othersRunning ?? 0, sample.nowMs < this.#heldUntilMs ? 1 : 0);
    this.#threads = Math.max(1, this.maxThreads - others);
    return this.#threads;
  }

  #starved({ nowMs, cpuMs }: LoadSample): boolean {
    if (this.#last === undefined || this.#threads === 1) return false;
    const wall = nowMs - this.#last.nowMs;
    if (wall < minSpanMs) return false;
    return (cpuMs - this.#last.cpuMs) / (wall * this.#threads) < fairShare;
  }
}

/** CPU time is counted in steps of up to 10 ms: shorter spans cannot be judged. */
const minSpanMs = 60;
