import { loudFromMs, trueSpeechEndMs } from './true-end';

const tone = (ms: number, amplitude: number): Int16Array =>
  Int16Array.from({ length: ms * 24 }, (_, i) => amplitude * Math.sin((2 * Math.PI * 300 * i) / 24_000));

describe('trueSpeechEndMs', () => {
  it('finds the end of sound before quiet noise', () => {
    const samples = Int16Array.from([...tone(500, 8_000), ...tone(300, 40)]);
    expect(trueSpeechEndMs(samples)).toBe(500);
  });

  it('finds the beginning of sound behind quiet noise', () => {
    expect(loudFromMs(Int16Array.from([...tone(300, 40), ...tone(500, 8_000)]))).toBe(300);
  });

  it('believes an alignment, leaving out its silences', () => {
    const alignment = {
      b: 0,
      d: 3,
      t: 'he',
      w: [
        { b: 0.2, d: 0.4, t: 'he' },
        { b: 0.6, d: 2.4, t: '<sil>' },
      ],
    };
    expect(trueSpeechEndMs(new Int16Array(0), JSON.stringify(alignment))).toBeCloseTo(600);
  });
});
