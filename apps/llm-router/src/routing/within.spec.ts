import { within } from './within';

const standStill = (ms: number) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

it('stops work that comes to no end, once', () => {
  const onLate = jest.fn();
  let begun = 0;
  const endless = (): string => {
    begun += 1;
    for (;;);
  };
  expect(within(50, endless, onLate)).toBeUndefined();
  expect([begun, onLate.mock.calls.length]).toEqual([1, 1]);
});

it('begins again where the machine stood still, and not the work', () => {
  const onLate = jest.fn();
  let begun = 0;
  const work = (): string => {
    begun += 1;
    if (begun === 1) standStill(60_000);
    return 'done';
  };
  expect(within(50, work, onLate)).toBe('done');
  expect([begun, onLate.mock.calls.length]).toEqual([2, 0]);
});

it('gives up where the machine goes on standing still', () => {
  const onLate = jest.fn();
  expect(within(50, () => standStill(60_000), onLate)).toBeUndefined();
  expect(onLate).toHaveBeenCalledTimes(1);
});
