import { Renewals } from './renewals';

const everyMs = 3_200;

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const leases = (count: number) => Array.from({ length: count }, () => ({ renew: jest.fn<void, []>() }));

it('renews every lease once in its time, some at a time', () => {
  const renewals = new Renewals(everyMs);
  const all = leases(64);
  for (const lease of all) renewals.add(lease);
  jest.advanceTimersByTime(everyMs / 2);
  expect(all.filter(({ renew }) => renew.mock.calls.length === 1)).toHaveLength(32);
  jest.advanceTimersByTime(everyMs / 2);
  for (const { renew } of all) expect(renew).toHaveBeenCalledTimes(1);
  jest.advanceTimersByTime(2 * everyMs);
  for (const { renew } of all) expect(renew).toHaveBeenCalledTimes(3);
});

it('renews those that are overdue when the event loop comes late, and none twice for that', () => {
  let nowMs = 0;
  const renewals = new Renewals(everyMs, () => nowMs);
  const all = leases(40);
  for (const lease of all) renewals.add(lease);
  for (let times = 0; times < 4; times += 1) {
    nowMs += everyMs / 4;
    jest.advanceTimersToNextTimer();
  }
  for (const { renew } of all) expect(renew).toHaveBeenCalledTimes(1);
  nowMs += 10 * everyMs;
  jest.advanceTimersToNextTimer();
  for (const { renew } of all) expect(renew).toHaveBeenCalledTimes(2);
});

it('leaves alone a lease that was given back, and rests when there is none', () => {
  const renewals = new Renewals(everyMs);
  const [kept, given] = leases(2);
  renewals.add(kept!);
  renewals.add(given!);
  renewals.delete(given!);
  jest.advanceTimersByTime(everyMs);
  expect(kept!.renew).toHaveBeenCalledTimes(1);
  expect(given!.renew).not.toHaveBeenCalled();
  renewals.delete(kept!);
  expect(jest.getTimerCount()).toBe(0);
  renewals.add(kept!);
  jest.advanceTimersByTime(everyMs);
  expect(kept!.renew).toHaveBeenCalledTimes(2);
});
