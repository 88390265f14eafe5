import * as fc from 'fast-check';
import { engineErrorClasses } from '@parley/engines-kit';
import { KeyRing } from './key-ring';

describe('a ring of keys', () => {
  it('takes them in turn', () => {
    const ring = new KeyRing(['a', 'b', 'c']);
    expect([0, 0, 0, 0].map((nowMs) => ring.order(nowMs)[0])).toEqual(['a', 'b', 'c', 'a']);
  });

  it('lets a key rest as long as its failure asks, and forgets it once it serves', () => {
    const ring = new KeyRing(['a', 'b']);
    ring.failed('a', 'quota', 0);
    expect(ring.order(1)).toEqual(['b', 'a']);
    expect(ring.order(1)).toEqual(['b', 'a']);
    ring.served('a');
    expect(new Set([ring.order(1)[0], ring.order(1)[0]])).toEqual(new Set(['a', 'b']));
    ring.failed('b', 'rate_limit', 10, 50);
    expect([59, 61].map((nowMs) => [ring.order(nowMs)[0], ring.order(nowMs)[0]].includes('b'))).toEqual([
      false,
      true,
    ]);
  });

  it('always offers every key, resting ones last', () => {
    const step = fc.record({
      key: fc.nat(4),
      failure: fc.constantFrom(...engineErrorClasses),
      ms: fc.nat(700_000),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const keys = [0, 1, 2, 3, 4];
        const ring = new KeyRing(keys);
        let nowMs = 0;
        for (const { key, failure, ms } of steps) {
          ring.failed(key, failure, nowMs);
          nowMs += ms;
          expect(new Set(ring.order(nowMs))).toEqual(new Set(keys));
        }
      }),
    );
  });
});
