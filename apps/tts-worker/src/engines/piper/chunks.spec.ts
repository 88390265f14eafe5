import * as fc from 'fast-check';
import { chunksOf } from './chunks';

it('makes every frame once, in order, with what its sound depends on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000 }), (frames) => {
      let at = 0;
      for (const { from, to, contextFrom, contextTo } of chunksOf(frames)) {
        expect(from).toBe(at);
        expect(to).toBeGreaterThan(from);
        expect(contextFrom).toBe(Math.max(0, from - 16));
        expect(contextTo).toBe(Math.min(frames, to + 16));
        at = to;
      }
      expect(at).toBe(frames);
    }),
  );
});

it('begins small', () => {
  expect(chunksOf(1_000).map(({ from, to }) => to - from)).toEqual([24, 96, 320, 320, 240]);
  expect(chunksOf(30)).toHaveLength(1);
});
