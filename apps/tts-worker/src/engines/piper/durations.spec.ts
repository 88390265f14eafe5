import { ruledDurations, wordSpans } from './durations';

describe('word spans', () => {
  it('sums the phonemes before and in each word', () => {
    const samples = [100, 0, 200, 300, 50, 400, 10];
    const spans = wordSpans(
      [
        { from: 2, to: 4 },
        { from: 5, to: 6 },
        { from: 6, to: 6 },
      ],
      samples,
      1_000,
    );
    expect(spans).toEqual([
      { startMs: 100, endMs: 600 },
      { startMs: 650, endMs: 1_050 },
      { startMs: 1_050, endMs: 1_050 },
    ]);
  });

  it('divides a known length by rule when the voice does not tell', () => {
    const symbols = ['^', 'h', 'a', ',', ' ', 'n', '$'];
    const durations = ruledDurations([0, 1, 2, 3, 4, 5, 6], (id) => symbols[id] ?? '', 1_000);
    expect(durations.reduce((sum, duration) => sum + duration, 0)).toBeCloseTo(1_000);
    expect(durations[3]).toBeGreaterThan(durations[2] ?? Infinity);
    expect(durations[2]).toBeGreaterThan(durations[1] ?? Infinity);
  });
});
