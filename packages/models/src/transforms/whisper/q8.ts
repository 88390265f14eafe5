import { floatToHalf } from './float16';

/** ggml's q8_0: blocks of 32 weights, each a half-precision scale and 32 signed bytes. */
export const Q8_BLOCK = 32;
export const Q8_BLOCK_BYTES = 34;

const { abs, fround } = Math;

/** Quantises whole blocks (`weights.length` a multiple of 32). */
export function quantizeQ8(weights: Float32Array): Buffer {
  const blocks = weights.length / Q8_BLOCK;
  const out = Buffer.allocUnsafe(blocks * Q8_BLOCK_BYTES);
  for (let block = 0; block < blocks; block++) {
    const from = block * Q8_BLOCK;
    const to = block * Q8_BLOCK_BYTES;
    let largest = 0;
    for (let i = 0; i < Q8_BLOCK; i++) {
      const magnitude = abs(weights[from + i]!);
      if (magnitude > largest) largest = magnitude;
    }
    const scale = fround(largest / 127);
    const inverse = scale === 0 ? 0 : fround(1 / scale);
    const half = floatToHalf(scale);
    out[to] = half & 0xff;
    out[to + 1] = half >> 8;
    for (let i = 0; i < Q8_BLOCK; i++) {
      const scaled = fround(weights[from + i]! * inverse);
      // To the nearest, halves away from zero; 127 is never passed by more than a rounding error.
      const steps = (abs(scaled) + 0.5) | 0;
      const bounded = steps > 127 ? 127 : steps;
      out[to + 2 + i] = (scaled < 0 ? -bounded : bounded) & 0xff;
    }
  }
  return out;
}
