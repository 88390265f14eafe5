import { percentile, summarise } from './statistics';

describe('percentile', () => {
  it.each([
    [[5], 50, 5],
    [[1, 2, 3, 4], 50, 2.5],
    [[4, 1, 3, 2], 100, 4],
    [[4, 1, 3, 2], 0, 1],
    [[10, 20, 30], 95, 29],
  ])('of %j at %d is %d', (values, p, expected) => {
    expect(percentile(values, p)).toBeCloseTo(expected);
  });

  it('has no value for no samples', () => {
    expect(summarise([])).toMatchObject({ n: 0, p50: Number.NaN, max: Number.NaN });
  });
});
