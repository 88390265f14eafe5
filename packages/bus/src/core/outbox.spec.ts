import { Outbox } from './outbox';

it('keeps no more memory than what was sent', () => {
  const outbox = new Outbox(10, 10_000);
  const pool = Buffer.alloc(8_192, 7);
  for (const bytes of [pool.subarray(100, 140), pool.subarray(140, 1_140)]) {
    outbox.next();
    outbox.keep(bytes);
  }
  const kept = outbox.unacknowledged();
  expect(kept.map((bytes) => Buffer.from(bytes))).toEqual([Buffer.alloc(40, 7), Buffer.alloc(1_000, 7)]);
  expect(kept.map(({ buffer }) => buffer.byteLength)).toEqual([40, 1_000]);
  outbox.acknowledge(1);
  expect(outbox.unacknowledged()).toEqual(kept.slice(1));
  expect(outbox.settled).toBe(false);
});
