import { Known } from './known';

const settled = () => new Promise((resolve) => setImmediate(resolve));

it('is there for the next who asks, is asked for again, and is forgotten when nobody answers', async () => {
  let nowMs = 0;
  let asked = 0;
  let fails = false;
  const known = new Known(
    () => {
      asked += 1;
      return fails ? Promise.reject(new Error('nobody')) : Promise.resolve(asked);
    },
    () => nowMs,
  );
  expect(known.answer).toBeUndefined();
  await settled();
  expect([known.answer, known.answer, asked]).toEqual([1, 1, 1]);
  nowMs = 6_000;
  expect(known.answer).toBe(1);
  await settled();
  expect(known.answer).toBe(2);
  fails = true;
  for (nowMs = 12_000; nowMs < 60_000; nowMs += 6_000) expect(known.answer).toBe(2);
  nowMs = 70_000;
  await settled();
  expect(known.answer).toBeUndefined();
});

it('is waited for by who can, asked for once', async () => {
  let asked = 0;
  let fails = true;
  const known = new Known(() => {
    asked += 1;
    return fails ? Promise.reject(new Error('nobody')) : Promise.resolve(asked);
  });
  expect([await known.fetch(), asked]).toEqual([undefined, 1]);
  fails = false;
  expect(await Promise.all([known.fetch(), known.fetch()])).toEqual([2, 2]);
  expect([await known.fetch(), known.answer, asked]).toEqual([2, 2, 2]);
});
