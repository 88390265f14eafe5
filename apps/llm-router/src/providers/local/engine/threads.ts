import { chooseThreads } from '@parley/engines-kit';

/** What is known of the machine between two steps of evaluation. Times in milliseconds. */
export interface LoadSample {
  readonly nowMs: number;
  /** CPU time this process has used. */
  readonly cpuMs: number;
  /** Cores that programs of full priority kept busy lately. */
  readonly othersBusy: number;
}

/** A spell of contention that was felt, not seen, is taken to last this long. */
const holdMs = 300;
/** Share of its threads' time that an evaluation gets when nothing is in its way. */
const fairShare = 0.7;
/** CPU time is counted in steps of up to 10 ms: shorter spans cannot be judged. */
const minSpanMs = 60;

/**
 * Decides how many threads evaluate the next step. llama.cpp's threads wait for one another by spinning: a
 * second thread on a core that something else needs makes a token five to ten times slower, while on a free
 * core it makes it faster. So: as many threads as there are free cores.
 */
export class ThreadGovernor {
  #threads: number;
  #heldUntilMs = -Infinity;
  #last: LoadSample | undefined;

  constructor(
    private readonly maxThreads: number,
    private readonly cores: number,
  ) {
    this.#threads = maxThreads;
  }

  get threads(): number {
    return this.#threads;
  }

  /** `fresh`: nothing was evaluated since the last sample, so its times say nothing. */
  decide(sample: LoadSample, fresh: boolean): number {
    const spanMs = sample.nowMs - (this.#last?.nowMs ?? -Infinity);
    if (fresh || spanMs >= minSpanMs) {
      if (!fresh && this.#starved(sample, spanMs)) this.#heldUntilMs = sample.nowMs + holdMs;
      this.#last = sample;
    }
    const felt = sample.nowMs < this.#heldUntilMs ? 1 : 0;
    this.#threads = chooseThreads(this.maxThreads, this.cores, Math.max(sample.othersBusy, felt));
    return this.#threads;
  }

  #starved({ cpuMs }: LoadSample, spanMs: number): boolean {
    if (this.#last === undefined || this.#threads === 1) return false;
    return (cpuMs - this.#last.cpuMs) / (spanMs * this.#threads) < fairShare;
  }
}
