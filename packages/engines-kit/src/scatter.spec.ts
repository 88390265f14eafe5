import { scatter } from './scatter';

it('scatters times around their median, or does not', () => {
  let seed = 1;
  const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const times = Array.from({ length: 2_001 }, () => scatter(400, 30, random)).toSorted((a, b) => a - b);
  expect(times[1_000]).toBeGreaterThan(380);
  expect(times[1_000]).toBeLessThan(420);
  // One deviation on either side.
  expect(times[Math.floor(2_001 * 0.841)]! / 400).toBeCloseTo(Math.exp(0.3), 1);
  expect(times[0]).toBeGreaterThan(0);
  expect(scatter(400, 0, random)).toBe(400);
});
