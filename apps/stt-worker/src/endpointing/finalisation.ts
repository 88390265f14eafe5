const kept = 200;
const enough = 10;
/** Before enough was measured, and the bounds of what is believed. */
const unmeasuredMs = 900;
const leastMs = 300;
const mostMs = 2_500;

/**
 * How long an engine takes from the real end of speech to the text of it: the 99th percentile of what was measured
 * lately, which is how long a turn waits for words.
 */
export class Finalisation {
  readonly #seenMs: number[] = [];
  #next = 0;
  #p99Ms = unmeasuredMs;

  note(afterSpeechMs: number): void {
    if (this.#seenMs.length < kept) this.#seenMs.push(afterSpeechMs);
    else this.#seenMs[this.#next] = afterSpeechMs;
    this.#next = (this.#next + 1) % kept;
    if (this.#seenMs.length < enough) return;
    const sorted = [...this.#seenMs].sort((a, b) => a - b);
    const p99 = sorted[Math.ceil(0.99 * sorted.length) - 1]!;
    this.#p99Ms = Math.min(mostMs, Math.max(leastMs, p99));
  }

  get p99Ms(): number {
    return this.#p99Ms;
  }
}
