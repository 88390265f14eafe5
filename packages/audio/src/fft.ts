/** Factors tried first; what is left over is transformed directly. */
const RADICES = [4, 2, 3, 5] as const;

function smallestFactor(size: number): number {
  for (const radix of RADICES) if (size % radix === 0) return radix;
  for (let factor = 7; factor * factor <= size; factor += 2) if (size % factor === 0) return factor;
  return size;
}

/** Complex transform of any size (mixed radix, decimation in time); quick for sizes of small factors. */
class ComplexFft {
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;
  readonly #scratch: Float64Array;

  constructor(readonly size: number) {
    this.#cos = Float64Array.from({ length: size }, (_, k) => Math.cos((2 * Math.PI * k) / size));
    this.#sin = Float64Array.from({ length: size }, (_, k) => -Math.sin((2 * Math.PI * k) / size));
    this.#scratch = new Float64Array(2 * size);
  }

  /** Interleaved re, im in and out; `input` and `output` are not the same array. */
  transform(input: Float64Array, output: Float64Array): void {
    this.#step(input, 0, 1, output, 0, this.size);
  }

  #step(
    input: Float64Array,
    from: number,
    stride: number,
    output: Float64Array,
    to: number,
    size: number,
  ): void {
    if (size === 1) {
      output[2 * to] = input[2 * from]!;
      output[2 * to + 1] = input[2 * from + 1]!;
      return;
    }
    const radix = smallestFactor(size);
    const part = size / radix;
    for (let r = 0; r < radix; r++) {
      this.#step(input, from + r * stride, stride * radix, output, to + r * part, part);
    }
    this.#combine(output, to, size, radix, part);
  }

  #combine(output: Float64Array, to: number, size: number, radix: number, part: number): void {
    const turn = this.size / size;
    const scratch = this.#scratch;
    for (let k = 0; k < part; k++) {
      for (let q = 0; q < radix; q++) {
        const bin = k + q * part;
        let re = 0;
        let im = 0;
        for (let r = 0; r < radix; r++) {
          const angle = ((bin * r) % size) * turn;
          const at = 2 * (to + k + r * part);
          const x = output[at]!;
          const y = output[at + 1]!;
          const cos = this.#cos[angle]!;
          const sin = this.#sin[angle]!;
          re += x * cos - y * sin;
          im += x * sin + y * cos;
        }
        scratch[2 * q] = re;
        scratch[2 * q + 1] = im;
      }
      for (let q = 0; q < radix; q++) {
        output[2 * (to + k + q * part)] = scratch[2 * q]!;
        output[2 * (to + k + q * part) + 1] = scratch[2 * q + 1]!;
      }
    }
  }
}

/** Power spectrum of real frames of one even size: bins 0 … size / 2. */
export class PowerSpectrum {
  readonly bins: number;
  readonly #half: ComplexFft;
  readonly #packed: Float64Array;
  readonly #out: Float64Array;
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;

  constructor(readonly size: number) {
    if (size < 2 || size % 2 !== 0) throw new RangeError('the size of a frame must be even');
    const half = size / 2;
    this.bins = half + 1;
    this.#half = new ComplexFft(half);
    this.#packed = new Float64Array(size);
    this.#out = new Float64Array(size);
    this.#cos = Float64Array.from({ length: half + 1 }, (_, k) => Math.cos((2 * Math.PI * k) / size));
    this.#sin = Float64Array.from({ length: half + 1 }, (_, k) => Math.sin((2 * Math.PI * k) / size));
  }

  /** |X|² of `frame` into `power`, which has `bins` places. */
  of(frame: ArrayLike<number>, power: Float64Array): void {
    // Even samples are the real part, odd ones the imaginary part of a transform of half the size.
    for (let i = 0; i < this.size; i++) this.#packed[i] = frame[i]!;
    this.#half.transform(this.#packed, this.#out);
    const half = this.size / 2;
    for (let k = 0; k <= half; k++) {
      const a = 2 * (k % half);
      const b = 2 * ((half - k) % half);
      const evenRe = (this.#out[a]! + this.#out[b]!) / 2;
      const evenIm = (this.#out[a + 1]! - this.#out[b + 1]!) / 2;
      const oddRe = (this.#out[a + 1]! + this.#out[b + 1]!) / 2;
      const oddIm = (this.#out[b]! - this.#out[a]!) / 2;
      const re = evenRe + oddRe * this.#cos[k]! + oddIm * this.#sin[k]!;
      const im = evenIm + oddIm * this.#cos[k]! - oddRe * this.#sin[k]!;
      power[k] = re * re + im * im;
    }
  }
}
