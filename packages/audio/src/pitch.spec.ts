import * as fc from 'fast-check';
import { nsdf, PITCH_RATE_HZ, pitchOf } from './pitch';

const FRAME = 320;
const semitoneError = (found: number, asked: number): number => Math.abs(12 * Math.log2(found / asked));

/** A voice-like sum of harmonics. */
function tone(hz: number, harmonics: readonly number[], phase = 0): Float32Array {
  return Float32Array.from({ length: FRAME }, (_, i) =>
    harmonics.reduce(
      (sum, share, n) => sum + share * Math.sin((2 * Math.PI * hz * (n + 1) * i) / PITCH_RATE_HZ + phase),
      0,
    ),
  );
}

describe('pitchOf', () => {
  it.each([70, 90, 120, 150, 200, 260, 330, 450])('finds %d Hz within a quarter of a semitone', (hz) => {
    const { hz: found, clarity } = pitchOf(tone(hz, [0.4, 0.3, 0.2, 0.1]));
    expect(semitoneError(found, hz)).toBeLessThan(0.25);
    expect(clarity).toBeGreaterThan(0.9);
  });

  it('is not fooled by harmonics stronger than the fundamental', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 80, max: 400, noNaN: true }),
        fc.double({ min: 0.05, max: 0.3, noNaN: true }),
        fc.double({ min: 0, max: 6, noNaN: true }),
        (hz, fundamental, phase) => {
          const { hz: found } = pitchOf(tone(hz, [fundamental, 0.5, 0.35, 0.2], phase));
          return semitoneError(found, hz) < 0.5;
        },
      ),
    );
  });

  it('gives noise a low clarity and silence none', () => {
    let seed = 1;
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5;
    const clarities = Array.from(
      { length: 20 },
      () => pitchOf(Float32Array.from({ length: FRAME }, random)).clarity,
    );
    expect(Math.max(...clarities)).toBeLessThan(0.6);
    expect(pitchOf(new Float32Array(FRAME))).toEqual({ hz: 0, clarity: 0 });
  });
});

describe('nsdf', () => {
  it('is 1 at lag 0 and stays within −1 … 1', () => {
    const samples = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: FRAME,
      maxLength: FRAME,
    });
    fc.assert(
      fc.property(samples, (values) => {
        const frame = Float32Array.from(values);
        const curve = nsdf(frame);
        const silent = frame.every((x) => x === 0);
        return (silent || Math.abs(curve[0]! - 1) < 1e-3) && curve.every((x) => Math.abs(x) <= 1.01);
      }),
      { numRuns: 50 },
    );
  });
});
