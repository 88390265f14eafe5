import { designPolyphase, type PolyphaseFilter } from './kaiser';
import { concatFloat32, float32ToInt16, int16ToFloat32 } from './pcm';
import { asSampleRate } from './rates';

const filters = new Map<string, PolyphaseFilter>();

function filterFor(inputRate: number, outputRate: number): PolyphaseFilter {
  const key = `${inputRate}/${outputRate}`;
  let filter = filters.get(key);
  if (filter === undefined) {
    filter = designPolyphase(inputRate, outputRate);
    filters.set(key, filter);
  }
  return filter;
}

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

  private readonly filter: PolyphaseFilter | undefined;
  private pending: Float32Array = new Float32Array(0);
  /** Index within `pending` of the input sample at or before the next output, and the phase past it. */
  private at = 0;
  private phase = 0;
  /** Input samples from that same position to the end of what came in; negative when skipped past it. */
  private ahead = 0;

  /** @throws AudioError `unsupported_rate` */
  constructor(inputRate: number, outputRate: number) {
    this.inputRate = asSampleRate(inputRate);
    this.outputRate = asSampleRate(outputRate);
    this.filter = inputRate === outputRate ? undefined : filterFor(inputRate, outputRate);
    this.lookaheadSamples = this.filter?.half ?? 0;
    this.reset();
  }

  /** Forgets everything heard so far. */
  reset(): void {
    const history = Math.max(0, this.lookaheadSamples - 1);
    this.pending = new Float32Array(history);
    this.at = history;
    this.phase = 0;
    this.ahead = 0;
  }

  /** Samples (float, ±1) that are complete once `chunk` is known; never shares memory with `chunk`. */
  process(chunk: Float32Array): Float32Array {
    if (this.filter === undefined) return Float32Array.from(chunk);
    this.pending = concatFloat32([this.pending, chunk]);
    this.ahead += chunk.length;
    return this.produce(this.filter, this.filter.half);
  }

  /** The remaining samples, as if silence followed. */
  flush(): Float32Array {
    if (this.filter === undefined) return new Float32Array(0);
    this.pending = concatFloat32([this.pending, new Float32Array(this.filter.half)]);
    const tail = this.produce(this.filter, 0);
    this.reset();
    return tail;
  }

  processInt16(chunk: Int16Array): Int16Array {
    if (this.filter === undefined) return Int16Array.from(chunk);
    return float32ToInt16(this.process(int16ToFloat32(chunk)));
  }

  flushInt16(): Int16Array {
    return float32ToInt16(this.flush());
  }

  /** Makes every output whose position has more than `lookahead` input samples from it onwards. */
  private produce({ up, down, half, rows }: PolyphaseFilter, lookahead: number): Float32Array {
    const room = this.ahead - lookahead;
    const out = new Float32Array(room <= 0 ? 0 : Math.ceil((room * up - this.phase) / down));
    const { pending } = this;
    const taps = 2 * half;
    let { at, phase } = this;
    const start = at;
    for (let i = 0; i < out.length; i++) {
      const row = rows[phase]!;
      const from = at - half + 1;
      // Four sums, so that one addition need not wait for the one before it.
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let tap = 0; tap < taps; tap += 4) {
        a += row[tap]! * pending[from + tap]!;
        b += row[tap + 1]! * pending[from + tap + 1]!;
        c += row[tap + 2]! * pending[from + tap + 2]!;
        d += row[tap + 3]! * pending[from + tap + 3]!;
      }
      out[i] = a + b + (c + d);
      phase += down;
      at += Math.floor(phase / up);
      phase %= up;
    }
    this.ahead -= at - start;
    const drop = Math.min(Math.max(0, at - half + 1), pending.length);
    this.pending = pending.subarray(drop);
    this.at = at - drop;
    this.phase = phase;
    return out;
  }
}

/** Resamples a whole signal; the result has `resampledLength(samples.length)` samples. */
export function resample(samples: Float32Array, inputRate: number, outputRate: number): Float32Array {
  const resampler = new Resampler(inputRate, outputRate);
  return concatFloat32([resampler.process(samples), resampler.flush()]);
}

export function resampleInt16(samples: Int16Array, inputRate: number, outputRate: number): Int16Array {
  if (inputRate === outputRate) return Int16Array.from(samples);
  return float32ToInt16(resample(int16ToFloat32(samples), inputRate, outputRate));
}
