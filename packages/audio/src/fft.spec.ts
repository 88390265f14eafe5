import * as fc from 'fast-check';
import { PowerSpectrum } from './fft';

function direct(frame: readonly number[]): number[] {
  const size = frame.length;
  return Array.from({ length: size / 2 + 1 }, (_, k) => {
    let re = 0;
    let im = 0;
    frame.forEach((x, i) => {
      re += x * Math.cos((2 * Math.PI * k * i) / size);
      im -= x * Math.sin((2 * Math.PI * k * i) / size);
    });
    return re * re + im * im;
  });
}

describe('PowerSpectrum', () => {
  it.each([2, 8, 30, 62, 400])('is the direct transform for frames of %d samples', (size) => {
    const spectrum = new PowerSpectrum(size);
    const samples = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: size,
      maxLength: size,
    });
    fc.assert(
      fc.property(samples, (frame) => {
        const power = new Float64Array(spectrum.bins);
        spectrum.of(frame, power);
        const wanted = direct(frame);
        return wanted.every((value, k) => Math.abs(power[k]! - value) < 1e-6 * (1 + value));
      }),
      { numRuns: 5 },
    );
  });

  it('refuses an odd size', () => {
    expect(() => new PowerSpectrum(7)).toThrow(RangeError);
  });
});
