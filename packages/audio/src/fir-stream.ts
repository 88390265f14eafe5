import { runFloat32, runPcm, type LoadedFilter } from './fir';
import { sliceSamples, views } from './fir-memory';

/** How one kind of samples is put where the kernel reads it, and taken from where it writes; all but bytes counted in samples. */
export interface FirMemory<Samples> {
  readonly length: (samples: Samples) => number;
  readonly silence: (count: number) => Samples;
  readonly part: (samples: Samples, from: number, to: number) => Samples;
  readonly put: (samples: Samples, at: number) => void;
  /** Copies of input samples from `from` on, as many as `into` holds. */
  readonly keep: (from: number, into: Samples) => void;
  readonly run: (filter: LoadedFilter, from: number, phase: number, count: number, available: number) => void;
  /** What was made, until anything else is. */
  readonly made: (count: number) => Samples;
}

/** Floats of ±1. */
export const floatMemory: FirMemory<Float32Array> = {
  length: (samples) => samples.length,
  silence: (count) => new Float32Array(count),
  part: (samples, from, to) => samples.subarray(from, to),
  put: (samples, at) => views().input.set(samples, at),
  keep: (from, into) => into.set(views().input.subarray(from, from + into.length)),
  run: runFloat32,
  made: (count) => views().output.subarray(0, count),
};

/** Little-endian PCM16 as bytes. */
export const pcmMemory: FirMemory<Uint8Array> = {
  length: (samples) => samples.byteLength >> 1,
  silence: (count) => new Uint8Array(2 * count),
  part: (samples, from, to) => samples.subarray(2 * from, 2 * to),
  put: (samples, at) => views().pcmInput.set(samples, 2 * at),
  keep: (from, into) => into.set(views().pcmInput.subarray(2 * from, 2 * from + into.byteLength)),
  run: runPcm,
  made: (count) => views().pcmOutput.subarray(0, 2 * count),
};

/** A filter in the course of one signal: what comes out does not depend on how that is cut. */
export class FirStream<Samples extends Float32Array | Uint8Array> {
  /** The newest input samples: as many as an output may look at that is not due yet. */
  private readonly history: Samples;
  private readonly historySamples: number;
  /** Where the next output lies: input samples from there to the end of what came in (below 0: beyond), and the phase. */
  private ahead = 0;
  private phase = 0;

  constructor(
    private readonly filter: LoadedFilter,
    private readonly memory: FirMemory<Samples>,
  ) {
    this.historySamples = 2 * filter.half - 1;
    this.history = memory.silence(this.historySamples);
  }

  /** `take` is called with samples that are what they are only until it returns. */
  push(samples: Samples, take: (made: Samples) => void): void {
    const { memory } = this;
    const length = memory.length(samples);
    if (length <= sliceSamples) return this.slice(samples, length, take);
    for (let at = 0; at < length; at += sliceSamples) {
      const to = Math.min(length, at + sliceSamples);
      this.slice(memory.part(samples, at, to), to - at, take);
    }
  }

  /** The remaining samples, as if silence followed; then it is as new. */
  flush(take: (made: Samples) => void): void {
    const { memory, filter, historySamples } = this;
    memory.put(this.history, 0);
    memory.put(memory.silence(filter.half), historySamples);
    const count = this.produce(historySamples, 0, filter.half);
    if (count > 0) take(memory.made(count));
    this.reset();
  }

  /** Forgets everything heard so far. */
  reset(): void {
    this.history.fill(0);
    this.ahead = 0;
    this.phase = 0;
  }

  private slice(samples: Samples, length: number, take: (made: Samples) => void): void {
    const { memory, historySamples } = this;
    memory.put(this.history, 0);
    memory.put(samples, historySamples);
    this.ahead += length;
    const count = this.produce(historySamples + length, this.filter.half, 0);
    memory.keep(length, this.history);
    if (count > 0) take(memory.made(count));
  }

  /**
   * Makes every output that has more than `lookahead` input samples from its position to `end`, where what came in
   * ends and `silence` begins; says how many.
   */
  private produce(end: number, lookahead: number, silence: number): number {
    const { up, down, half } = this.filter;
    const room = this.ahead - lookahead;
    const count = room <= 0 ? 0 : Math.ceil((room * up - this.phase) / down);
    if (count <= 0) return 0;
    const from = end - this.ahead - half + 1;
    this.memory.run(this.filter, from, this.phase, count, end + silence);
    const passed = this.phase + count * down;
    const steps = Math.floor(passed / up);
    this.ahead -= steps;
    this.phase = passed - steps * up;
    return count;
  }
}
