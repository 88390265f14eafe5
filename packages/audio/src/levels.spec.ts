import { fadeIn, fadeOut, gain, ramp } from './fades';
import { amplitudeToDbfs, dbfsToAmplitude, levelDbfs, peak, rms, SILENCE_DBFS } from './levels';
import { msToSamples, samplesToMs } from './rates';

const sine = Float32Array.from({ length: 16000 }, (_, i) => Math.sin((2 * Math.PI * i) / 160));

describe('levels', () => {
  it('measures a full-scale sine', () => {
    expect(rms(sine)).toBeCloseTo(Math.SQRT1_2, 6);
    expect(peak(sine)).toBeCloseTo(1, 6);
    expect(levelDbfs(sine)).toBeCloseTo(-3.01, 2);
  });

  it('measures PCM16 by the same scale', () => {
    const samples = Int16Array.of(16384, -16384);
    expect(rms(samples)).toBe(0.5);
    expect(peak(Int16Array.of(5, -32768))).toBe(1);
  });

  it('has a finite floor', () => {
    expect(levelDbfs(new Float32Array(0))).toBe(SILENCE_DBFS);
    expect(levelDbfs(new Float32Array(10))).toBe(SILENCE_DBFS);
    expect(peak(new Int16Array(0))).toBe(0);
  });

  it('converts both ways', () => {
    expect(amplitudeToDbfs(dbfsToAmplitude(-20))).toBeCloseTo(-20, 9);
    expect(msToSamples(20, 22050)).toBe(441);
    expect(samplesToMs(441, 22050)).toBe(20);
  });
});

describe('fades', () => {
  const ones = new Float32Array(8).fill(1);

  it('rises from and falls to silence, leaving the rest and the input alone', () => {
    expect([...fadeIn(ones, 4)]).toEqual([0, 0.25, 0.5, 0.75, 1, 1, 1, 1]);
    expect([...fadeOut(ones, 4)]).toEqual([1, 1, 1, 1, 0.75, 0.5, 0.25, 0]);
    expect([...ones]).toEqual(Array(8).fill(1));
  });

  it('copes with fades longer than the audio and with none', () => {
    expect([...fadeOut(ones.subarray(0, 2), 4)]).toEqual([0.25, 0]);
    expect([...fadeIn(new Int16Array(0), 4)]).toEqual([]);
    expect([...fadeOut(ones, 0)]).toEqual([...ones]);
  });

  it('joins ramps without a step and saturates PCM16', () => {
    expect([...ramp(ones.subarray(0, 4), 1, 0)]).toEqual([1, 0.75, 0.5, 0.25]);
    expect([...gain(Int16Array.of(20000, -20000, 3), 2)]).toEqual([32767, -32768, 6]);
  });
});
