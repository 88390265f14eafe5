import * as fc from 'fast-check';
import { concatFloat32, concatInt16, levelDbfs, peak } from '@parley/audio';
import { EdgeTrim } from './edge-trim';
import { Framer } from './framer';
import { amplify } from './limiter';
import { PitchShift } from './pitch-shift';
import { SegmentAudio } from './segment-audio';

const rate = 22_050;
const tone = (ms: number, hz = 440, level = 0.3, at = rate) =>
  Float32Array.from(
    { length: Math.round((ms * at) / 1_000) },
    (_, n) => level * Math.sin((2 * Math.PI * hz * n) / at),
  );
const silence = (ms: number, at = rate) => new Float32Array(Math.round((ms * at) / 1_000));
const bytes = (samples: Int16Array) => Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
const ms = (samples: { length: number }, at = rate) => (samples.length * 1_000) / at;

/** Frequency by counting zero crossings. */
const frequency = (samples: Float32Array | Int16Array, at: number) => {
  let crossings = 0;
  for (let n = 1; n < samples.length; n += 1) if (samples[n - 1]! < 0 && samples[n]! >= 0) crossings += 1;
  return (crossings * at) / samples.length;
};

const cut = <T extends Float32Array | Int16Array>(samples: T, sizes: readonly number[]): T[] => {
  const parts: T[] = [];
  for (let at = 0, turn = 0; at < samples.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    parts.push(samples.slice(at, at + size) as T);
    at += size;
  }
  return parts;
};

describe('EdgeTrim', () => {
  it('cuts silence before and after speech and keeps it between', () => {
    const trim = new EdgeTrim(rate, 10);
    const speech = concatFloat32([silence(80), tone(200), silence(150), tone(100), silence(300)]);
    const out = concatFloat32([trim.push(speech), trim.finish(50)]);
    expect(trim.leadMs).toBeGreaterThan(65);
    expect(trim.leadMs).toBeLessThanOrEqual(71);
    expect(ms(out)).toBeGreaterThan(500);
    expect(ms(out)).toBeLessThan(525);
  });

  it('says nothing where nothing is heard', () => {
    const trim = new EdgeTrim(rate, 10);
    expect(trim.push(silence(500)).length).toBe(0);
    expect(trim.finish(50).length).toBe(0);
  });

  it('gives the same however the audio comes', () => {
    const speech = concatFloat32([silence(33), tone(70), silence(48), tone(21), silence(90)]);
    const whole = new EdgeTrim(rate, 10);
    const expected = concatFloat32([whole.push(speech), whole.finish(40)]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 6 }), (sizes) => {
        const trim = new EdgeTrim(rate, 10);
        const out = concatFloat32([...cut(speech, sizes).map((part) => trim.push(part)), trim.finish(40)]);
        expect(trim.leadMs).toBe(whole.leadMs);
        expect(Buffer.from(out.buffer).equals(Buffer.from(expected.buffer))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('PitchShift', () => {
  it.each([2 ** (-3 / 12), 2 ** (1 / 12), 2 ** (4 / 12)])(
    'by %f: higher and shorter by as much',
    (factor) => {
      const shift = new PitchShift(factor);
      const out = concatFloat32([
        ...cut(tone(600), [777, 3, 2_000]).map((part) => shift.push(part)),
        shift.finish(),
      ]);
      expect(frequency(out, rate)).toBeCloseTo(440 * factor, -1);
      expect(ms(out)).toBeCloseTo(600 / factor, 0);
      expect(peak(out)).toBeGreaterThan(0.28);
      expect(peak(out)).toBeLessThan(0.32);
    },
  );

  it('leaves speech alone at factor 1', () => {
    expect(new PitchShift(1).push(tone(10))).toEqual(tone(10));
  });
});

describe('amplify', () => {
  it('is exact below the knee and never clips above it', () => {
    expect(levelDbfs(amplify(tone(50, 440, 0.1), 6)) - levelDbfs(tone(50, 440, 0.1))).toBeCloseTo(6, 1);
    expect(peak(amplify(tone(50, 440, 0.9), 20))).toBeLessThan(1);
  });
});

describe('SegmentAudio', () => {
  const run = (
    input: Float32Array,
    options: Partial<ConstructorParameters<typeof SegmentAudio>[0]>,
    sizes = [4_000],
  ) => {
    const segment = new SegmentAudio({
      inputRate: rate,
      outputRate: 24_000,
      pitchFactor: 1,
      gainDb: 0,
      ...options,
    });
    const out = concatInt16([...cut(input, sizes).map((part) => segment.push(part)), segment.finish(100)]);
    return { segment, out };
  };
  const speech = concatFloat32([silence(60), tone(400), silence(200)]);

  it.each([8_000, 16_000, 24_000, 48_000])(
    'comes out at %i Hz, trimmed, with the pause asked for',
    (outputRate) => {
      const { out } = run(speech, { outputRate });
      expect(Math.abs(ms(out, outputRate) - 510)).toBeLessThan(8);
      expect(Math.abs(frequency(out.subarray(0, outputRate * 0.4), outputRate) - 440)).toBeLessThan(15);
    },
  );

  it('begins and ends without a click', () => {
    const { out } = run(concatFloat32([silence(10), tone(300)]), {});
    expect(Math.abs(out[0] ?? 1e9)).toBeLessThan(300);
    expect(out.at(-1)).toBe(0);
  });

  it('knows when a word of the engine is heard', () => {
    const { segment } = run(speech, {});
    expect(Math.abs(segment.heardAtMs(60) - 10)).toBeLessThan(6);
    const higher = run(speech, { pitchFactor: 1.1 }).segment;
    expect(Math.abs(higher.heardAtMs(270) - 220 / 1.1)).toBeLessThan(6);
    expect(segment.heardAtMs(0)).toBe(0);
  });

  it('is the same however the audio comes', () => {
    const expected = run(speech, { pitchFactor: 1.05, gainDb: 3 }).out;
    for (const sizes of [[37], [100, 7], [20_000]]) {
      expect(bytes(run(speech, { pitchFactor: 1.05, gainDb: 3 }, sizes).out).equals(bytes(expected))).toBe(
        true,
      );
    }
  });
});

describe('Framer', () => {
  it('sends a short frame first, then longer ones, without a gap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9_000 }), { maxLength: 12 }), (sizes) => {
        const framer = new Framer(24_000);
        let next = 0;
        const all = Int16Array.from(
          { length: sizes.reduce((sum, size) => sum + size, 0) },
          (_, n) => n % 1_000,
        );
        const frames = sizes.flatMap((size) => {
          next += size;
          return framer.push(all.slice(next - size, next));
        });
        frames.push(...framer.flush());
        expect(bytes(concatInt16(frames.map(({ samples }) => samples))).equals(bytes(all))).toBe(true);
        frames.forEach(({ startSample, samples }, index) => {
          expect(startSample).toBe(
            frames.slice(0, index).reduce((sum, frame) => sum + frame.samples.length, 0),
          );
          expect(samples.length).toBeLessThanOrEqual(index === 0 ? 960 : 2_400);
        });
      }),
    );
  });
});
