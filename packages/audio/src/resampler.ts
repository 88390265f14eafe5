import {
  loadFilter,
  putFloat32,
  putInt16,
  run,
  sliceSamples,
  takeFloat32,
  takeInput,
  takeInt16,
  viewInt16,
  type LoadedFilter,
} from './fir';
import { concatFloat32, concatInt16 } from './pcm';
import { asSampleRate } from './rates';

/**
 * Streaming resampler. Linear phase without offset: output sample k lies at the time k / outputRate of the
 * input. Bit-identical however the input is cut into chunks. After `flush` exactly
 * `resampledLength(inputSamples)` samples have come out, and the resampler is as new.
 */
export class Resampler {
  readonly inputRate: number;
  readonly outputRate: number;
  /** Input samples held back until later ones arrive (the filter's look-ahead). */
  readonly lookaheadSamples: number;

  private readonly filter: LoadedFilter | undefined;
  /** Input samples that later outputs need, in one buffer for as long as the resampler lives. */
  private pending: Float32Array = new Float32Array(0);
  private pendingCount = 0;
  /** Index within `pending` of the input sample at or before the next output, and the phase past it. */
  private at = 0;
  private phase = 0;
  /** Input samples from that same position to the end of what came in; negative when skipped past it. */
  private ahead = 0;

  /** @throws AudioError `unsupported_rate` */
  constructor(inputRate: number, outputRate: number) {
    this.inputRate = asSampleRate(inputRate);
    this.outputRate = asSampleRate(outputRate);
    this.filter = inputRate === outputRate ? undefined : loadFilter(inputRate, outputRate);
    this.lookaheadSamples = this.filter?.half ?? 0;
    this.pending = new Float32Array(4 * this.lookaheadSamples);
    this.reset();
  }

  /** Forgets everything heard so far. */
  reset(): void {
    const history = Math.max(0, this.lookaheadSamples - 1);
    this.pending.fill(0);
    this.pendingCount = history;
    this.at = history;
    this.phase = 0;
    this.ahead = 0;
  }

  /** Samples (float, ±1) that are complete once `chunk` is known; never shares memory with `chunk`. */
  process(chunk: Float32Array): Float32Array {
    const { filter } = this;
    if (filter === undefined) return Float32Array.from(chunk);
    return joined(slicesOf(chunk), concatFloat32, (slice) =>
      this.push(filter, slice, putFloat32, takeFloat32),
    );
  }

  /** The remaining samples, as if silence followed. */
  flush(): Float32Array {
    const tail = this.filter === undefined ? new Float32Array(0) : this.finish(this.filter, takeFloat32);
    this.reset();
    return tail;
  }

  processInt16(chunk: Int16Array): Int16Array {
    const { filter } = this;
    if (filter === undefined) return Int16Array.from(chunk);
    return joined(slicesOf(chunk), concatInt16, (slice) => this.push(filter, slice, putInt16, takeInt16));
  }

  /**
   * As `processInt16`, without a copy: `take` is called with views that are as they are only until it returns. For
   * audio that comes fifty times a second, as a buffer for each piece costs as much as the filter.
   */
  eachInt16(chunk: Int16Array, take: (samples: Int16Array) => void): void {
    const { filter } = this;
    if (filter === undefined) return take(chunk);
    for (const slice of slicesOf(chunk)) take(this.push(filter, slice, putInt16, viewInt16));
  }

  flushInt16(): Int16Array {
    const tail = this.filter === undefined ? new Int16Array(0) : this.finish(this.filter, takeInt16);
    this.reset();
    return tail;
  }

  private push<Samples extends Float32Array | Int16Array>(
    filter: LoadedFilter,
    slice: Samples,
    put: (samples: Samples, at: number) => void,
    take: (count: number) => Samples,
  ): Samples {
    const { pendingCount } = this;
    putFloat32(this.pending.subarray(0, pendingCount), 0);
    put(slice, pendingCount);
    this.ahead += slice.length;
    return take(this.produce(filter, pendingCount + slice.length, filter.half));
  }

  private finish<Samples>(filter: LoadedFilter, take: (count: number) => Samples): Samples {
    const { pendingCount } = this;
    putFloat32(this.pending.subarray(0, pendingCount), 0);
    putFloat32(new Float32Array(filter.half), pendingCount);
    return take(this.produce(filter, pendingCount + filter.half, 0));
  }

  /**
   * Makes every output whose position has more than `lookahead` of the `available` input samples from it onwards;
   * says how many, and keeps what the next ones need.
   */
  private produce(filter: LoadedFilter, available: number, lookahead: number): number {
    const { up, down, half } = filter;
    const room = this.ahead - lookahead;
    const count = room <= 0 ? 0 : Math.ceil((room * up - this.phase) / down);
    if (count > 0) run(filter, this.at - half + 1, this.phase, count);
    const passed = this.phase + count * down;
    const steps = Math.floor(passed / up);
    const at = this.at + steps;
    this.ahead -= steps;
    const drop = Math.min(Math.max(0, at - half + 1), available);
    this.keep(drop, available);
    this.at = at - drop;
    this.phase = passed % up;
    return count;
  }

  private keep(from: number, to: number): void {
    this.pendingCount = to - from;
    if (this.pendingCount > this.pending.length) this.pending = new Float32Array(2 * this.pendingCount);
    takeInput(from, to, this.pending);
  }
}

interface Sliceable<Samples> {
  readonly length: number;
  subarray(from: number, to: number): Samples;
}

function slicesOf<Samples>(samples: Samples & Sliceable<Samples>): Samples[] {
  if (samples.length <= sliceSamples) return [samples];
  const slices: Samples[] = [];
  for (let at = 0; at < samples.length; at += sliceSamples) {
    slices.push(samples.subarray(at, at + sliceSamples));
  }
  return slices;
}

function joined<Samples>(
  slices: readonly Samples[],
  concat: (parts: Samples[]) => Samples,
  make: (slice: Samples) => Samples,
): Samples {
  const [only] = slices;
  return slices.length === 1 && only !== undefined ? make(only) : concat(slices.map(make));
}

/** Resamples a whole signal; the result has `resampledLength(samples.length)` samples. */
export function resample(samples: Float32Array, inputRate: number, outputRate: number): Float32Array {
  const resampler = new Resampler(inputRate, outputRate);
  return concatFloat32([resampler.process(samples), resampler.flush()]);
}

export function resampleInt16(samples: Int16Array, inputRate: number, outputRate: number): Int16Array {
  if (inputRate === outputRate) return Int16Array.from(samples);
  const resampler = new Resampler(inputRate, outputRate);
  return concatInt16([resampler.processInt16(samples), resampler.flushInt16()]);
}
