import { msToSamples } from '../endpointing/time';

/** The next stretch of a session's audio; `missing` samples of silence stand for what never came. */
export type AudioRun =
  | { readonly kind: 'audio'; readonly samples: Int16Array }
  | { readonly kind: 'missing'; readonly samples: number };

export interface TimelineOptions {
  /** How long a gap is kept open after the last progress, ms. */
  readonly holdMs: number;
  /** Audio behind a gap that is kept meanwhile, ms; beyond it the gap is given up at once. */
  readonly heldLimitMs: number;
  /** A frame so far ahead is not believed, ms. */
  readonly furthestMs: number;
}

export const timelineDefaults: TimelineOptions = { holdMs: 500, heldLimitMs: 10_000, furthestMs: 600_000 };

interface Held {
  readonly startSample: number;
  readonly samples: Int16Array;
}

/**
 * Puts audio frames in order by their first sample: overlaps are dropped, a gap is held open for a moment while a
 * replay may fill it, and is then silence.
 */
export class Timeline {
  #nextSample: number;
  /** By position, each behind the gap. */
  #held: Held[] = [];
  #heldSamples = 0;
  #progressMs = 0;
  /** Frames that were not believed. */
  refused = 0;

  constructor(
    startSample: number,
    private readonly options: TimelineOptions = timelineDefaults,
  ) {
    this.#nextSample = startSample;
  }

  /** Position of the next sample that is handed on. */
  get nextSample(): number {
    return this.#nextSample;
  }

  /** When `expire` is to be called; undefined while no gap is open. */
  get expiresAtMs(): number | undefined {
    return this.#held.length === 0 ? undefined : this.#progressMs + this.options.holdMs;
  }

  push(startSample: number, samples: Int16Array, nowMs: number): AudioRun[] {
    const furthest = this.#nextSample + msToSamples(this.options.furthestMs);
    if (!Number.isSafeInteger(startSample) || startSample < 0 || startSample > furthest) {
      this.refused++;
      return [];
    }
    if (startSample <= this.#nextSample) {
      const fresh = samples.subarray(this.#nextSample - startSample);
      if (fresh.length === 0) return [];
      this.#progressMs = nowMs;
      return [this.#take(fresh), ...this.#drain()];
    }
    this.#hold(startSample, samples, nowMs);
    return this.#heldSamples > msToSamples(this.options.heldLimitMs) ? this.#giveUp() : [];
  }

  /** Gives the gap up when its time is over. */
  expire(nowMs: number): AudioRun[] {
    const expiresAtMs = this.expiresAtMs;
    return expiresAtMs === undefined || nowMs < expiresAtMs ? [] : this.#giveUp(nowMs);
  }

  #hold(startSample: number, samples: Int16Array, nowMs: number): void {
    if (this.#held.length === 0) this.#progressMs = nowMs;
    const at = this.#held.findIndex((held) => held.startSample > startSample);
    // The caller's memory is its own again after this call.
    const kept = { startSample, samples: samples.slice() };
    this.#held.splice(at < 0 ? this.#held.length : at, 0, kept);
    this.#heldSamples += samples.length;
  }

  #giveUp(nowMs: number = this.#progressMs): AudioRun[] {
    const first = this.#held[0];
    if (!first) return [];
    this.#progressMs = nowMs;
    const missing = first.startSample - this.#nextSample;
    this.#nextSample = first.startSample;
    return [{ kind: 'missing', samples: missing }, ...this.#drain()];
  }

  #drain(): AudioRun[] {
    const runs: AudioRun[] = [];
    while (this.#held.length > 0 && this.#held[0]!.startSample <= this.#nextSample) {
      const { startSample, samples } = this.#held.shift()!;
      this.#heldSamples -= samples.length;
      const fresh = samples.subarray(Math.min(samples.length, this.#nextSample - startSample));
      if (fresh.length > 0) runs.push(this.#take(fresh));
    }
    return runs;
  }

  #take(samples: Int16Array): AudioRun {
    this.#nextSample += samples.length;
    return { kind: 'audio', samples };
  }
}
