export interface GovernorOptions {
  /** Decodes the engine runs side by side. */
  readonly capacity: number;
  /** Share of that capacity that partials may take, 0–1. */
  readonly partialShare: number;
}

/** Partial decoding that may be saved up, ms. */
const savingsMs = 1_000;

/**
 * Decides for all streams of a worker whether a partial may be decoded now: only on an idle engine, while no turn
 * is in the pause that may be its end, and within a share of the engine's time (a token bucket).
 */
export class PartialGovernor {
  readonly #pausing = new Set<object>();
  #savedMs = savingsMs;
  #countedMs = 0;
  #running = 0;

  constructor(private readonly options: GovernorOptions) {}

  mayStart(nowMs: number, engineBusy: number): boolean {
    if (this.options.partialShare === 0) return false;
    if (engineBusy > 0 || this.#running > 0 || this.#pausing.size > 0) return false;
    this.#accrue(nowMs);
    return this.#savedMs > 0;
  }

  partialStarted(): void {
    this.#running++;
  }

  partialEnded(nowMs: number, busyMs: number): void {
    this.#running--;
    this.#accrue(nowMs);
    this.#savedMs -= busyMs;
  }

  /** A stream is, or is no longer, in a pause that may soon need its final decode. */
  setPausing(stream: object, pausing: boolean): void {
    if (pausing) this.#pausing.add(stream);
    else this.#pausing.delete(stream);
  }

  #accrue(nowMs: number): void {
    const passed = Math.max(0, nowMs - this.#countedMs);
    const earned = passed * this.options.partialShare * this.options.capacity;
    this.#savedMs = Math.min(savingsMs, this.#savedMs + earned);
    this.#countedMs = nowMs;
  }
}
