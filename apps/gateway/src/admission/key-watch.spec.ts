import { KeyWatch } from './key-watch';

let watch: KeyWatch;
beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  watch.close();
  jest.useRealTimers();
});

const later = () => jest.advanceTimersByTimeAsync(1_000);

it('ends everyone of a key that no longer holds, once, and nobody else', async () => {
  const revoked = new Set<string>();
  const ended: string[] = [];
  watch = new KeyWatch(async (digest) => !revoked.has(digest), 1_000);
  for (const [digest, name] of [
    ['a', 'a1'],
    ['a', 'a2'],
    ['b', 'b1'],
  ] as const) {
    watch.watch(digest, () => ended.push(name));
  }
  watch.watch(null, () => ended.push('nobody'));
  const gone = watch.watch('a', () => ended.push('gone'));
  gone();
  await later();
  expect(ended).toEqual([]);
  revoked.add('a');
  await later();
  await later();
  expect(ended).toEqual(['a1', 'a2']);
});

it('ends nobody while it cannot be said', async () => {
  const ended = jest.fn();
  watch = new KeyWatch(() => Promise.reject(new Error('away')), 1_000);
  watch.watch('a', ended);
  await later();
  expect(ended).not.toHaveBeenCalled();
});

it('asks once for all who use a key, and no more when they are gone', async () => {
  const stands = jest.fn(async () => true);
  watch = new KeyWatch(stands, 1_000);
  const stop = ['a', 'a', 'b'].map((digest) => watch.watch(digest, () => undefined));
  await later();
  expect(stands.mock.calls).toEqual([['a'], ['b']]);
  for (const one of stop) one();
  await later();
  expect(stands).toHaveBeenCalledTimes(2);
});
