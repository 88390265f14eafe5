import { loadFilter } from './fir';
import { FirStream, floatMemory } from './fir-stream';
import { concatFloat32 } from './pcm';
import { asSampleRate } from './rates';

/**
 * Streaming resampler of floats (±1). Linear phase without offset: output sample k lies at the time k / outputRate of
 * the input. Bit-identical however the input is cut into chunks. After `flush` exactly
 * `resampledLength(inputSamples)` samples have come out, and the resampler is as new.
 */
export class Resampler {
  readonly inputRate: number;
  readonly outputRate: number;
  private readonly stream: FirStream<Float32Array> | undefined;

  /** @throws AudioError `unsupported_rate` */
  constructor(inputRate: number, outputRate: number) {
    this.inputRate = asSampleRate(inputRate);
    this.outputRate = asSampleRate(outputRate);
    this.stream =
      inputRate === outputRate ? undefined : new FirStream(loadFilter(inputRate, outputRate), floatMemory);
  }

  /** Forgets everything heard so far. */
  reset(): void {
    this.stream?.reset();
  }

  /** Samples that are complete once `chunk` is known; never shares memory with `chunk`. */
  process(chunk: Float32Array): Float32Array {
    const { stream } = this;
    return stream === undefined ? Float32Array.from(chunk) : taken((take) => stream.push(chunk, take));
  }

  /** The remaining samples, as if silence followed. */
  flush(): Float32Array {
    const { stream } = this;
    return stream === undefined ? new Float32Array(0) : taken((take) => stream.flush(take));
  }
}

function taken(make: (take: (made: Float32Array) => void) => void): Float32Array {
  const parts: Float32Array[] = [];
  make((made) => parts.push(made.slice()));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : concatFloat32(parts);
}

/** Resamples a whole signal; the result has `resampledLength(samples.length)` samples. */
export function resample(samples: Float32Array, inputRate: number, outputRate: number): Float32Array {
  const resampler = new Resampler(inputRate, outputRate);
  return concatFloat32([resampler.process(samples), resampler.flush()]);
}
