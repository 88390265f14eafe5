import { chooseThreads, othersBusyCores, parseMachineMs } from './load-watch';

describe('what others leave of the machine', () => {
  it.each([
    [2, 2, 0, 2],
    [2, 2, 0.4, 2],
    [2, 2, 0.6, 1],
    [2, 2, 5, 1],
    [4, 8, 2, 4],
    [4, 8, 6, 2],
    [1, 8, 0, 1],
  ])('at most %p of %p cores with %p busy: %p', (most, cores, busy, threads) => {
    expect(chooseThreads(most, cores, busy)).toBe(threads);
  });

  it('leaves the own work out of the load', () => {
    const from = { atMs: 1_000, machineMs: 50_000, ownMs: 400 };
    expect(othersBusyCores(from, { atMs: 1_200, machineMs: 50_300, ownMs: 600 })).toBeCloseTo(0.5);
    expect(othersBusyCores(from, { atMs: 1_200, machineMs: 50_100, ownMs: 600 })).toBe(0);
    expect(othersBusyCores(from, from)).toBe(0);
  });

  it('reads the kernel, all but idle, waiting and lowered priority', () => {
    expect(parseMachineMs('cpu  100 70 20 99999 500 3 4 5 0 0\ncpu0 1 2 3')).toBe(1_320);
    expect(parseMachineMs('nothing')).toBeUndefined();
    expect(parseMachineMs('cpu  1 2 x 4 5 6 7 8')).toBeUndefined();
  });
});
