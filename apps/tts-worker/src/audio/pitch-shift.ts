import { concatFloat32 } from '@parley/audio';

/** Input samples on each side of an output sample that have a part in it. */
const reach = 16;
/** Steps between two input samples for which the filter is known; between steps the nearest is taken. */
const phases = 512;

/**
 * Plays speech `factor` times as fast, and so as high: 2^(semitones / 12). The engine is asked to speak as much
 * slower, so that the length comes out as wanted. Formants move along, which is why only a few semitones are
 * allowed anywhere.
 */
export class PitchShift {
  readonly #kernel: readonly Float32Array[];
  #pending: Float32Array = new Float32Array(reach - 1);
  /** Position in `#pending` of the next output sample's left neighbour, and the way past it (0–1). */
  #at = reach - 1;
  #past = 0;

  constructor(private readonly factor: number) {
    this.#kernel = factor === 1 ? [] : kernelFor(Math.min(1, 1 / factor) * 0.97);
  }

  push(samples: Float32Array): Float32Array {
    if (this.factor === 1) return samples;
    this.#pending = concatFloat32([this.#pending, samples]);
    return this.#produce(this.#pending.length - reach);
  }

  /** The last samples, as if silence followed. */
  finish(): Float32Array {
    if (this.factor === 1) return new Float32Array(0);
    const end = this.#pending.length;
    this.#pending = concatFloat32([this.#pending, new Float32Array(reach)]);
    return this.#produce(end);
  }

  #produce(end: number): Float32Array {
    const out = new Float32Array(Math.max(0, Math.ceil((end - this.#at - this.#past) / this.factor)));
    for (let index = 0; index < out.length; index += 1) {
      const taps = this.#kernel[Math.round(this.#past * phases)] ?? new Float32Array(0);
      let sum = 0;
      for (let tap = 0; tap < 2 * reach; tap += 1) {
        sum += (taps[tap] ?? 0) * (this.#pending[this.#at - reach + 1 + tap] ?? 0);
      }
      out[index] = sum;
      this.#past += this.factor;
      const steps = Math.floor(this.#past);
      this.#at += steps;
      this.#past -= steps;
    }
    const drop = Math.max(0, this.#at - reach + 1);
    this.#pending = this.#pending.slice(drop);
    this.#at -= drop;
    return out;
  }
}

const kernels = new Map<number, readonly Float32Array[]>();
/** Cut-offs are rounded down to hundredths: designing a kernel takes milliseconds, and shifts are a continuum. */
const cutoffSteps = 100;

function kernelFor(cutoff: number): readonly Float32Array[] {
  const step = Math.floor(cutoff * cutoffSteps);
  let kernel = kernels.get(step);
  if (kernel === undefined) {
    kernel = designKernel(step / cutoffSteps);
    kernels.set(step, kernel);
  }
  return kernel;
}

/** Windowed sinc (Blackman) for each phase, cut off at `cutoff` of half the sample rate, gain 1. */
function designKernel(cutoff: number): Float32Array[] {
  return Array.from({ length: phases + 1 }, (_, phase) => {
    const taps = Float32Array.from({ length: 2 * reach }, (__, tap) => {
      const x = tap - (reach - 1) - phase / phases;
      const angle = (Math.PI * x) / reach;
      const window = Math.abs(x) >= reach ? 0 : 0.42 + 0.5 * Math.cos(angle) + 0.08 * Math.cos(2 * angle);
      const sinc = x === 0 ? 1 : Math.sin(Math.PI * cutoff * x) / (Math.PI * cutoff * x);
      return cutoff * sinc * window;
    });
    const sum = taps.reduce((all, value) => all + value, 0);
    return taps.map((value) => value / sum);
  });
}
