import * as fc from 'fast-check';
import { floatToHalf, halfToFloat } from './float16';
import { MEL_BINS, melFilters } from '@parley/audio';
import { Q8_BLOCK_BYTES, quantizeQ8 } from './q8';

describe('half precision', () => {
  it('gives every half back', () => {
    const numbers = Array.from({ length: 65536 }, (_, half) => half).filter(
      (half) => (half & 0x7fff) <= 0x7c00,
    );
    expect(numbers.filter((half) => floatToHalf(halfToFloat(half)) !== half)).toEqual([]);
    expect(floatToHalf(NaN) & 0x7fff).toBeGreaterThan(0x7c00);
    expect(halfToFloat(0x7e01)).toBeNaN();
  });

  it('knows the reference points', () => {
    expect([0x3c00, 0xc000, 0x3555, 0x7bff, 0x0001, 0x0400].map(halfToFloat)).toEqual([
      1,
      -2,
      0.333251953125,
      65504,
      2 ** -24,
      2 ** -14,
    ]);
  });

  it('rounds to the nearest, ties to even', () => {
    expect([1 + 2 ** -11, 1 + 3 * 2 ** -11, 2 ** -25, 3 * 2 ** -25, 65519, 65520].map(floatToHalf)).toEqual([
      0x3c00, 0x3c02, 0x0000, 0x0002, 0x7bff, 0x7c00,
    ]);
    fc.assert(
      fc.property(fc.float({ min: -60000, max: 60000, noNaN: true }), (x) => {
        const step = Math.max(2 ** -24, 2 ** (Math.floor(Math.log2(Math.abs(x) || 1)) - 10));
        expect(Math.abs(halfToFloat(floatToHalf(x)) - x)).toBeLessThanOrEqual(step / 2);
      }),
    );
  });
});

describe('q8_0', () => {
  const dequantize = (block: Buffer) =>
    Float32Array.from({ length: 32 }, (_, i) => halfToFloat(block.readUInt16LE(0)) * block.readInt8(2 + i));

  it('keeps every weight within half a step of its block', () => {
    const weights = fc.float32Array({ minLength: 32, maxLength: 32, min: -4, max: 4, noNaN: true });
    fc.assert(
      fc.property(weights, (block) => {
        const bytes = quantizeQ8(block);
        expect(bytes).toHaveLength(Q8_BLOCK_BYTES);
        const largest = Math.max(...block.map(Math.abs));
        const step = largest / 127;
        // The scale itself is rounded to half precision.
        const slack = largest * 2 ** -11 + 127 * 2 ** -25;
        const errors = dequantize(bytes).map((value, i) => Math.abs(value - block[i]!));
        expect(Math.max(...errors)).toBeLessThanOrEqual(step / 2 + slack + 1e-6);
      }),
    );
  });

  it('stores scale and signed bytes as ggml does', () => {
    const bytes = quantizeQ8(Float32Array.from({ length: 64 }, (_, i) => (i < 32 ? (i - 16) / 16 : 0)));
    expect(bytes.readUInt16LE(0)).toBe(floatToHalf(1 / 127));
    expect([bytes.readInt8(2), bytes.readInt8(2 + 16), bytes.readInt8(2 + 17)]).toEqual([-127, 0, 8]);
    expect(bytes.subarray(Q8_BLOCK_BYTES).every((byte) => byte === 0)).toBe(true);
  });
});

describe('mel filters', () => {
  it('are the 80 bands Whisper was trained with', () => {
    const filters = melFilters(80);
    expect(filters).toHaveLength(80 * MEL_BINS);
    expect(filters[0]).toBe(0);
    expect(filters[1]).toBeCloseTo(0.02486259, 7);
    expect(filters[79 * MEL_BINS + 200]).toBe(0);
    const sums = Array.from({ length: 80 }, (_, band) =>
      filters.subarray(band * MEL_BINS, (band + 1) * MEL_BINS).reduce((sum, x) => sum + x, 0),
    );
    // Each has unit area over frequency, sampled every 40 Hz: well enough where a band spans several bins.
    const areas = sums.slice(50).map((sum) => sum * 40);
    expect(areas.filter((area) => Math.abs(area - 1) > 0.05)).toEqual([]);
  });
});
