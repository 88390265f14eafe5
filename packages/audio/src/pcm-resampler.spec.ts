import * as fc from 'fast-check';
import { AudioError } from './errors';
import { rms } from './levels';
import { bytesToInt16, concatInt16, float32ToInt16, int16ToBytes, int16ToFloat32 } from './pcm';
import { PcmResampler, resampleInt16 } from './pcm-resampler';
import { MAX_SAMPLE_RATE, MIN_SAMPLE_RATE, resampledLength, USUAL_RATES } from './rates';
import { resample } from './resampler';

const pairs = USUAL_RATES.flatMap((from) => USUAL_RATES.map((to) => [from, to] as const));
const changing = pairs.filter(([from, to]) => from !== to);
const anyRate = fc.integer({ min: MIN_SAMPLE_RATE, max: MAX_SAMPLE_RATE });
const anyPair = fc.oneof(fc.constantFrom(...pairs), fc.tuple(anyRate, anyRate));
const fullScale = fc.constantFrom(32_767, -32_768);

function tone(hz: number, rate: number, samples: number): Int16Array {
  return Int16Array.from({ length: samples }, (_, i) =>
    Math.round(16_384 * Math.sin((2 * Math.PI * hz * i) / rate)),
  );
}

function chunked(input: Int16Array, sizes: readonly number[], resampler: PcmResampler): Int16Array {
  const out: Int16Array[] = [];
  const take = (made: Uint8Array): unknown => out.push(bytesToInt16(made).slice());
  let at = 0;
  for (const size of [...sizes, input.length]) {
    resampler.push(int16ToBytes(input.subarray(at, at + size)), take);
    at = Math.min(input.length, at + size);
  }
  resampler.flush(take);
  return concatInt16(out);
}

const furthest = (a: Int16Array, b: Int16Array): number =>
  a.reduce((most, sample, i) => Math.max(most, Math.abs(sample - b[i]!)), 0);

describe('PcmResampler', () => {
  it('gives the same samples, and exactly as many as it should, however the input is cut', () => {
    const input = fc.int16Array({ maxLength: 1_500 });
    const cuts = fc.array(fc.nat(400), { maxLength: 12 });
    fc.assert(
      fc.property(anyPair, input, cuts, ([from, to], samples, sizes) => {
        const whole = resampleInt16(samples, from, to);
        expect(whole.length).toBe(resampledLength(samples.length, from, to));
        expect(chunked(samples, sizes, new PcmResampler(from, to))).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  it('does so where a chunk is longer than what is taken at a time', () => {
    const samples = tone(440, 24_000, 20_000);
    const whole = resampleInt16(samples, 24_000, 16_000);
    expect(chunked(samples, [4_097, 8_193, 1], new PcmResampler(24_000, 16_000))).toEqual(whole);
  });

  it('is as new after a flush', () => {
    const input = tone(440, 24_000, 3_000);
    const resampler = new PcmResampler(24_000, 16_000);
    const first = chunked(input, [777], resampler);
    expect(chunked(input, [1_234], resampler)).toEqual(first);
  });

  it('takes bytes from anywhere', () => {
    const samples = tone(440, 24_000, 999);
    const odd = Buffer.concat([Buffer.of(7), int16ToBytes(samples)]).subarray(1);
    const out: number[] = [];
    new PcmResampler(24_000, 16_000).push(odd, (made) => out.push(...bytesToInt16(made)));
    expect(out).toEqual([...resampleInt16(samples, 24_000, 16_000).subarray(0, out.length)]);
    expect(out.length).toBeGreaterThan(600);
  });

  it.each(changing)('%i → %i Hz is what floats would give, cut off where it is too loud', (from, to) => {
    const loud = fc.array(fc.oneof(fullScale, fc.integer({ min: -32_768, max: 32_767 })), { maxLength: 700 });
    fc.assert(
      fc.property(loud, (samples) => {
        const input = Int16Array.from(samples);
        const wanted = float32ToInt16(resample(int16ToFloat32(input), from, to));
        expect(furthest(resampleInt16(input, from, to), wanted)).toBeLessThanOrEqual(8);
      }),
      { numRuns: 8 },
    );
  });

  it.each(changing)('%i → %i Hz does not wrap where all of it adds up', (from, to) => {
    const length = 1_000;
    const click = new Float32Array(length).fill(0);
    click[length / 2] = 1;
    const answer = resample(click, from, to);
    const middle = Math.round((length / 2) * (to / from));
    for (const at of [middle, middle + 1, middle + 2]) {
      // Every sample is as loud as it can be, and has the sign of its weight in the output sample at `at`.
      const input = Int16Array.from({ length }, (_, i) => {
        const mirrored = answer[Math.round(2 * at - (i * to) / from)] ?? 0;
        return mirrored < 0 ? -32_768 : 32_767;
      });
      const wanted = float32ToInt16(resample(int16ToFloat32(input), from, to));
      expect(Math.max(...wanted)).toBe(32_767);
      expect(furthest(resampleInt16(input, from, to), wanted)).toBeLessThanOrEqual(8);
    }
  });

  it('clips a square wave of full scale', () => {
    for (const [from, to] of changing) {
      const square = Int16Array.from({ length: 2_000 }, (_, i) => (i % 60 < 30 ? 32_767 : -32_768));
      const out = resampleInt16(square, from, to);
      expect(out).toContain(32_767);
      expect(out).toContain(-32_768);
      // In the middle of a half wave nothing has another sign.
      const middleOf = (half: number): number => out[Math.round((half * 30 + 15) * (to / from))]!;
      for (let half = 10; half < 50; half++) {
        expect(half % 2 === 0 ? middleOf(half) : -middleOf(half)).toBeGreaterThan(20_000);
      }
    }
  });

  it.each(changing)('%i → %i Hz keeps a 1 kHz tone, in place, with SNR above 74 dB', (from, to) => {
    const out = int16ToFloat32(resampleInt16(tone(1_000, from, from / 2), from, to));
    const edge = Math.ceil(to / 50);
    const middle = out.subarray(edge, -edge);
    const error = middle.map((x, i) => x - 0.5 * Math.sin((2 * Math.PI * 1_000 * (i + edge)) / to));
    expect(20 * Math.log10(rms(middle) / rms(error))).toBeGreaterThan(74);
  });

  it.each(changing.filter(([from, to]) => from > to * 1.2))(
    '%i → %i Hz keeps what cannot be represented below −60 dB',
    (from, to) => {
      for (const hz of [0.55 * to, 0.7 * to, 0.48 * from].filter((f) => f >= 0.55 * to && f < from / 2)) {
        const out = int16ToFloat32(resampleInt16(tone(hz, from, from / 2), from, to));
        const edge = Math.ceil(to / 50);
        const leak = rms(out.subarray(edge, -edge)) / (0.5 / Math.SQRT2);
        expect(20 * Math.log10(leak)).toBeLessThan(-60);
      }
    },
  );

  it('hands on what has its rate already', () => {
    const parts: Uint8Array[] = [];
    const pcm = int16ToBytes(Int16Array.of(1, -2, 3));
    new PcmResampler(16_000, 16_000).push(pcm, (made) => parts.push(made));
    expect(parts).toEqual([pcm]);
  });

  it('refuses a rate it does not know', () => {
    for (const rate of [7_999, 48_001, 16_000.5, NaN]) {
      expect(() => new PcmResampler(16_000, rate)).toThrow(AudioError);
      expect(() => new PcmResampler(rate, 16_000)).toThrow(AudioError);
    }
  });
});
