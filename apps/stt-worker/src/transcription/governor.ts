export interface GovernorOptions {
  /** Decodes the engine runs side by side. */
  readonly capacity: number;
  /** Share of that capacity that partials may take, 0–1. */
  readonly partialShare: number;
}

/** Partial decoding that may be saved up, ms. */
const savingsMs = 1_000;
/** A partial cannot be stopped once it runs: one that would keep a final waiting for longer is not begun. */
const longestPartialMs = 600;
/** An engine costs more than its audio: as much as this on top of it. */
const overheadMs = 1_000;
const newestWeight = 0.5;

/**
 * Decides for all streams of a worker whether a partial may be decoded now: only on an idle engine that is quick at
 * present, while no turn is in the pause that may be its end, and within a share of the engine's time (a token
 * bucket).
 */
export class PartialGovernor {
  readonly #pausing = new Set<object>();
  #savedMs = savingsMs;
  #countedMs = 0;
  #running = 0;
  /** Decode time per audio time, overhead counted as audio; the newest decodes weigh most. */
  #slowness = 0;

  constructor(private readonly options: GovernorOptions) {}

  /** On an engine that takes many stretches at once: partials are to leave room for the rest. */
  mayStartBeside({ busy, capacity }: { readonly busy: number; readonly capacity: number }): boolean {
    return busy < capacity * this.options.partialShare;
  }

  mayStart(nowMs: number, engineBusy: number, audioMs: number): boolean {
    if (this.options.partialShare === 0) return false;
    if (engineBusy > 0 || this.#running > 0 || this.#pausing.size > 0) return false;
    if (this.#slowness * (audioMs + overheadMs) > longestPartialMs) return false;
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

  /** Any decode has finished. */
  decoded(audioMs: number, decodeMs: number): void {
    const slowness = decodeMs / (audioMs + overheadMs);
    this.#slowness =
      this.#slowness === 0 ? slowness : this.#slowness * (1 - newestWeight) + slowness * newestWeight;
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
    this.#countedMs = Math.max(this.#countedMs, nowMs);
  }
}
