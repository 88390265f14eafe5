import * as fc from 'fast-check';
import { takeTokens, type TokenBucket } from './token-bucket';

const asks = fc.array(fc.record({ afterMs: fc.nat(3_000), wanted: fc.integer({ min: 1, max: 80 }) }), {
  minLength: 1,
  maxLength: 60,
});

it('never grants more in a stretch of time than the limit for it and one full bucket', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), asks, (perSecond, steps) => {
      let bucket: TokenBucket | undefined;
      let nowMs = 0;
      let granted = 0;
      for (const { afterMs, wanted } of steps) {
        nowMs += afterMs;
        const taken = takeTokens(bucket, perSecond, wanted, nowMs);
        bucket = taken.bucket;
        granted += taken.granted;
        expect(taken.granted).toBeLessThanOrEqual(wanted);
        expect(granted).toBeLessThanOrEqual(perSecond + (nowMs * perSecond) / 1000 + 1e-6);
      }
    }),
  );
});

it('grants one once the time that it names has passed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(5_000), (perSecond, startMs) => {
      const empty = takeTokens(undefined, perSecond, perSecond, startMs);
      expect(empty).toMatchObject({ granted: perSecond, bucket: { tokens: 0 } });
      const early = takeTokens(empty.bucket, perSecond, 1, startMs + empty.retryAfterMs - 1);
      const due = takeTokens(empty.bucket, perSecond, 1, startMs + empty.retryAfterMs);
      expect([early.granted, due.granted]).toEqual([0, 1]);
    }),
  );
});
