import * as fc from 'fast-check';
import { overlap } from './overlap';

it('is the longest end of one that the other begins with', () => {
  const keys = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
  fc.assert(
    fc.property(keys, keys, (before, now) => {
      const fits = (length: number) =>
        before.slice(before.length - length).join('') === now.slice(0, length).join('');
      const lengths = Array.from({ length: Math.min(before.length, now.length) + 1 }, (_, length) => length);
      expect(overlap(before, now)).toBe(lengths.findLast(fits));
    }),
    { numRuns: 2_000 },
  );
});

it('is found among as many as a request may have, however alike they are', () => {
  const alike = Array.from({ length: 50_000 }, () => 'user Yes.');
  expect(overlap([...alike, 'user No.'], [...alike, 'user Maybe.'])).toBe(0);
  expect(overlap([...alike, 'user No.'], [...alike.slice(1), 'user No.', 'user Maybe.'])).toBe(50_000);
});
