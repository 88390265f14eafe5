import type { PolyphaseTable } from './kaiser';

/** Taps on either side of the middle that are large. */
export const innerTaps = 8;
const vectorTaps = 8;
/** Of a large coefficient, which may be nearly 1, and of the others, which are below 0.04: 18 bits for what has 15. */
const innerScale = 2 ** 15;
const outerScale = 2 ** 18;

/**
 * The rows as `firPcm` reads them, in 16 bits. The small coefficients come first, eight from before the middle and
 * eight from after it by turns, then the large ones. `half`: a multiple of 8, above 8.
 */
export function pcmRows({ half, rows }: PolyphaseTable): Int16Array {
  const outer = half - innerTaps;
  const out = new Int16Array(rows.length * 2 * half);
  let at = 0;
  const add = (row: Float32Array, from: number, count: number, scale: number): void => {
    for (let tap = from; tap < from + count; tap++) out[at++] = Math.round(row[tap]! * scale);
  };
  for (const row of rows) {
    for (let tap = 0; tap < outer; tap += vectorTaps) {
      add(row, tap, vectorTaps, outerScale);
      add(row, outer + 2 * innerTaps + tap, vectorTaps, outerScale);
    }
    add(row, outer, 2 * innerTaps, innerScale);
  }
  return out;
}
