import { floatToHalf } from './float16';

/** ggml's q8_0: blocks of 32 weights, each a half-precision scale and 32 signed bytes. */
export const Q8_BLOCK = 32;
export const Q8_BLOCK_BYTES = 34;

/** Quantises whole blocks (`weights.length` a multiple of 32). */
export function quantizeQ8(weights: Float32Array): Buffer {
  const blocks = weights.length / Q8_BLOCK;
  const out = Buffer.allocUnsafe(blocks * Q8_BLOCK_BYTES);
  for (let block = 0; block < blocks; block++) {
    const from = block * Q8_BLOCK;
    const to = block * Q8_BLOCK_BYTES;
    let largest = 0;
    for (let i = 0; i < Q8_BLOCK; i++) largest = Math.max(largest, Math.abs(weights[from + i]!));
    const scale = Math.fround(largest / 127);
    const inverse = scale === 0 ? 0 : Math.fround(1 / scale);
    out.writeUInt16LE(floatToHalf(scale), to);
    for (let i = 0; i < Q8_BLOCK; i++) {
      const scaled = Math.fround(weights[from + i]! * inverse);
      const rounded = Math.sign(scaled) * Math.floor(Math.abs(scaled) + 0.5);
      out[to + 2 + i] = Math.max(-127, Math.min(127, rounded)) & 0xff;
    }
  }
  return out;
}
