/** Audio held back while an earlier piece is still under way. */
interface Held {
  readonly startSample: number;
  readonly samples: Float32Array;
}

export interface AudioOrderOptions {
  /** The first sample wanted; earlier ones are dropped. */
  readonly startSample: number;
  /** How long a gap may stay open before it is filled with silence. */
  readonly holdMs: number;
  /** Audio held at most; beyond it the gap is given up at once. */
  readonly maxHeldSamples: number;
}

/**
 * Puts audio into order by its position: overlaps are dropped, a gap waits for replayed audio and is filled
 * with silence when none comes. Pure: the time is handed in.
 */
export class AudioOrder {
  private next: number;
  private held: Held[] = [];
  private heldSamples = 0;
  private gapSinceMs: number | undefined;
  private silence = 0;

  constructor(private readonly options: AudioOrderOptions) {
    this.next = options.startSample;
  }

  /** Position after the last sample handed out. */
  get position(): number {
    return this.next;
  }

  /** Samples of silence put in for audio that never came. */
  get silenceSamples(): number {
    return this.silence;
  }

  /** When `expire` should be called; undefined = no gap is open. */
  get dueMs(): number | undefined {
    return this.gapSinceMs === undefined ? undefined : this.gapSinceMs + this.options.holdMs;
  }

  /** @returns the runs that are now in order, silence for given-up gaps included */
  push(startSample: number, samples: Float32Array, nowMs: number): Float32Array[] {
    if (startSample + samples.length <= this.next) return [];
    const at = this.held.findIndex((piece) => piece.startSample > startSample);
    this.held.splice(at < 0 ? this.held.length : at, 0, { startSample, samples });
    this.heldSamples += samples.length;
    const runs = this.release();
    while (this.heldSamples > this.options.maxHeldSamples) runs.push(...this.giveUpGap());
    this.gapSinceMs = this.held.length === 0 ? undefined : (this.gapSinceMs ?? nowMs);
    return runs;
  }

  /** Gives up a gap whose time is over. */
  expire(nowMs: number): Float32Array[] {
    if (this.dueMs === undefined || nowMs < this.dueMs) return [];
    const runs = this.giveUpGap();
    this.gapSinceMs = this.held.length === 0 ? undefined : nowMs;
    return runs;
  }

  private giveUpGap(): Float32Array[] {
    const first = this.held[0];
    if (first === undefined) return [];
    const silence = new Float32Array(Math.max(0, first.startSample - this.next));
    this.next += silence.length;
    this.silence += silence.length;
    return [silence, ...this.release()].filter((run) => run.length > 0);
  }

  private release(): Float32Array[] {
    const runs: Float32Array[] = [];
    for (
      let first = this.held[0];
      first !== undefined && first.startSample <= this.next;
      first = this.held[0]
    ) {
      this.held.shift();
      this.heldSamples -= first.samples.length;
      const fresh = first.samples.subarray(this.next - first.startSample);
      if (fresh.length === 0) continue;
      this.next += fresh.length;
      runs.push(fresh);
    }
    if (runs.length > 0) this.gapSinceMs = undefined;
    return runs;
  }
}
