import * as fc from 'fast-check';
import { isSpent, nothingSpent, plus, shareOf, tighter, usesOf, type Budget, type Expenses } from './budget';
import { formatUsd, parseUsd } from './money';

const limit = fc.option(fc.nat(1_000_000_000), { nil: null });
const budget = fc.record<Budget>({ nanoUsd: limit, tokens: limit });
const spent = fc.record<Expenses>({ nanoUsd: fc.nat(2_000_000_000), tokens: fc.nat(2_000_000_000) });

const exhausted = (limits: Budget, so: Expenses): boolean => usesOf(limits, so).some(isSpent);

it('is never less spent when more was spent, or less is allowed', () => {
  fc.assert(
    fc.property(budget, budget, spent, spent, (one, other, before, more) => {
      const after = plus(before, more);
      for (const use of usesOf(one, before)) {
        const later = usesOf(one, after).find(({ measure }) => measure === use.measure)!;
        expect(shareOf(later)).toBeGreaterThanOrEqual(shareOf(use));
        expect(shareOf(use)).toBeLessThanOrEqual(shareOf(usesOf(one, before)[0]!));
      }
      expect(exhausted(one, after) || !exhausted(one, before)).toBe(true);
      const both = exhausted(tighter(one, other), before);
      expect(both).toBe(exhausted(one, before) || exhausted(other, before));
    }),
  );
});

it('has no limit where none is set, and none left where nothing may be spent', () => {
  expect(usesOf({ nanoUsd: null, tokens: null }, { nanoUsd: 9e15, tokens: 9e15 })).toEqual([]);
  expect(exhausted({ nanoUsd: 0, tokens: null }, nothingSpent)).toBe(true);
});

it.each([
  ['0', 0],
  ['0.000000001', 1],
  ['12.5', 12_500_000_000],
  ['999999.999999999', 999_999_999_999_999],
])('reads %s US dollars', (text, nanoUsd) => {
  expect(parseUsd(text)).toBe(nanoUsd);
});

it.each(['', '-1', '1.', '.5', '1e3', '1.0000000001', '1000000', ' 1', 'NaN'])('does not read %j', (text) => {
  expect(parseUsd(text)).toBeUndefined();
});

it('writes money as it was read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (nanoUsd) => {
      expect(formatUsd(nanoUsd)).toMatch(/^\d+\.\d{2,9}$/);
      expect(parseUsd(formatUsd(nanoUsd))).toBe(nanoUsd);
    }),
  );
  expect(['0.00', '0.10', '0.000123', '3.00']).toEqual(
    [0, 100_000_000, 123_000, 3_000_000_000].map(formatUsd),
  );
});
