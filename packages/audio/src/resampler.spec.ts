import * as fc from 'fast-check';
import { AudioError } from './errors';
import { loadFilter } from './fir';
import { tableBytes } from './fir-memory';
import { rms } from './levels';
import { concatFloat32 } from './pcm';
import { MAX_SAMPLE_RATE, MIN_SAMPLE_RATE, resampledLength, USUAL_RATES } from './rates';
import { resample, Resampler } from './resampler';

const pairs = USUAL_RATES.flatMap((from) => USUAL_RATES.map((to) => [from, to] as const));
/** That share a table with others: hardly a common divisor, or nearly the same rate. */
const unusual = [
  [8001, 16000],
  [12345, 16000],
  [15999, 16000],
  [20000, 16000],
  [37800, 16000],
  [47999, 16000],
  [16000, 8001],
  [16000, 23987],
  [22050, 47999],
  [24000, 47999],
] as const;
const changing = [...pairs.filter(([from, to]) => from !== to), ...unusual];
const anyRate = fc.integer({ min: MIN_SAMPLE_RATE, max: MAX_SAMPLE_RATE });
const anyPair = fc.oneof(fc.constantFrom(...pairs), fc.tuple(anyRate, anyRate));

function tone(hz: number, rate: number, samples: number): Float32Array {
  return Float32Array.from({ length: samples }, (_, i) => 0.5 * Math.sin((2 * Math.PI * hz * i) / rate));
}

function chunked(input: Float32Array, sizes: readonly number[], from: number, to: number): Float32Array {
  const resampler = new Resampler(from, to);
  const out: Float32Array[] = [];
  let at = 0;
  for (const size of [...sizes, input.length]) {
    out.push(resampler.process(input.subarray(at, at + size)));
    at = Math.min(input.length, at + size);
  }
  return concatFloat32([...out, resampler.flush()]);
}

/** Bit for bit. */
function same(a: Float32Array, b: Float32Array): boolean {
  return Buffer.from(a.buffer, a.byteOffset, a.byteLength).equals(
    Buffer.from(b.buffer, b.byteOffset, b.byteLength),
  );
}

describe('Resampler', () => {
  it('gives the same samples, and exactly as many as it should, however the input is cut', () => {
    const input = fc.float32Array({ min: -1, max: 1, noNaN: true, maxLength: 1500 });
    const cuts = fc.array(fc.nat(400), { maxLength: 12 });
    fc.assert(
      fc.property(anyPair, input, cuts, ([from, to], samples, sizes) => {
        const whole = resample(samples, from, to);
        expect(whole.length).toBe(resampledLength(samples.length, from, to));
        expect(same(chunked(samples, sizes, from, to), whole)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each(changing)('%i → %i Hz keeps a 1 kHz tone, in place, with SNR above 74 dB', (from, to) => {
    const out = resample(tone(1000, from, from / 2), from, to);
    const wanted = tone(1000, to, out.length);
    const edge = Math.ceil(to / 50);
    const middle = out.subarray(edge, -edge);
    const error = middle.map((x, i) => x - wanted[i + edge]!);
    expect(20 * Math.log10(rms(middle) / rms(error))).toBeGreaterThan(74);
  });

  it.each(changing.filter(([from, to]) => from > to * 1.2))(
    '%i → %i Hz keeps what cannot be represented below −60 dB',
    (from, to) => {
      for (const hz of [0.55 * to, Math.min(0.75 * to, 0.48 * from), 0.48 * from].filter(
        (f) => f >= 0.55 * to,
      )) {
        const out = resample(tone(hz, from, from / 2), from, to);
        const edge = Math.ceil(to / 50);
        const leak = rms(out.subarray(edge, -edge)) / (0.5 / Math.SQRT2);
        expect(20 * Math.log10(leak)).toBeLessThan(-60);
      }
    },
  );

  it('leaves the voice band flat', () => {
    for (const [from, to] of changing) {
      const band = 0.39 * Math.min(from, to);
      const out = resample(tone(band, from, from / 2), from, to);
      const edge = Math.ceil(to / 50);
      expect(20 * Math.log10(rms(out.subarray(edge, -edge)) / (0.5 / Math.SQRT2))).toBeCloseTo(0, 1);
    }
  });

  it('makes one tone of any two rates, and keeps few tables for all of them', () => {
    fc.assert(
      fc.property(anyRate, anyRate, (from, to) => {
        const out = resample(tone(1000, from, from / 10), from, to);
        const wanted = tone(1000, to, out.length);
        const edge = Math.ceil(to / 50);
        const middle = out.subarray(edge, -edge);
        const error = middle.map((x, i) => x - wanted[i + edge]!);
        expect(20 * Math.log10(rms(middle) / rms(error))).toBeGreaterThan(74);
      }),
      { numRuns: 60 },
    );
    for (let rate = MIN_SAMPLE_RATE + 1; rate <= MAX_SAMPLE_RATE; rate += 101) loadFilter(rate, 16000);
    const before = tableBytes();
    for (let rate = MIN_SAMPLE_RATE + 2; rate <= MAX_SAMPLE_RATE; rate += 97) loadFilter(rate, 16000);
    expect(tableBytes() - before).toBeLessThan(1_000_000);
    expect(tableBytes()).toBeLessThan(24_000_000);
  });

  it('holds a constant level', () => {
    const out = resample(new Float32Array(4000).fill(0.25), 44100, 16000);
    expect(Math.max(...out.subarray(100, -100).map((x) => Math.abs(x - 0.25)))).toBeLessThan(1e-6);
  });

  it('is as new after flush and after reset', () => {
    const input = tone(440, 16000, 3000);
    const expected = resample(input, 16000, 24000);
    const resampler = new Resampler(16000, 24000);
    resampler.process(input);
    resampler.flush();
    expect(same(concatFloat32([resampler.process(input), resampler.flush()]), expected)).toBe(true);
    resampler.process(input.subarray(0, 777));
    resampler.reset();
    expect(same(concatFloat32([resampler.process(input), resampler.flush()]), expected)).toBe(true);
  });

  it('refuses a rate it does not know', () => {
    for (const rate of [7999, 48001, 16000.5, NaN])
      expect(() => new Resampler(16000, rate)).toThrow(AudioError);
  });
});
