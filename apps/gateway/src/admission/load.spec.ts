import * as fc from 'fast-check';
import { isOverloaded, joined, noLoad, sampled, type Load } from './load';
import { ownShare, readThreadTime } from './thread-time';

/** `ms` of a loop that is as busy as that. */
const during = (load: Load, ms: number, utilization: number): Load => {
  let after = load;
  for (let at = 0; at < ms; at += 250) after = sampled(after, utilization, 250);
  return after;
};

it('follows what lasts, and not a burst', () => {
  expect(during(noLoad, 250, 1).busy).toBeLessThan(0.15);
  expect(during(noLoad, 10_000, 0.6).busy).toBeCloseTo(0.6, 1);
});

it('refuses when one more would be too much', () => {
  const load = during(noLoad, 20_000, 0.8);
  expect(isOverloaded(load, 100, 0.85)).toBe(false);
  expect(isOverloaded(during(load, 20_000, 0.86), 100, 0.85)).toBe(true);
  expect(isOverloaded(during(load, 20_000, 0.7), 100, 0.85)).toBe(false);
});

/** Sessions let in at once beside `sessions`, while the limit is 0.85. */
function admittedBeside(sessions: number, busy: number): number {
  let load = during(noLoad, 20_000, busy);
  let admitted = 0;
  while (!isOverloaded(load, sessions + admitted, 0.85)) {
    load = joined(load);
    admitted += 1;
  }
  return admitted;
}

it('counts those that came a moment ago as those that are there', () => {
  expect(admittedBeside(200, 0.5)).toBeGreaterThan(130);
  expect(admittedBeside(200, 0.5)).toBeLessThan(145);
  const load = during(noLoad, 20_000, 0.55);
  expect(isOverloaded(load, 340, 0.85)).toBe(false);
});

it('expects sessions that were not answered yet to cost more than they do', () => {
  // Twenty a second; each is busy for 0.05 % of the time when it comes, and for 0.1 % from its 15th second on.
  let load = noLoad;
  let sessions = 0;
  const costs = (untilSecond: number): number =>
    0.0005 * sessions + 0.0005 * Math.max(0, Math.min(sessions, 20 * (untilSecond - 15)));
  for (let second = 1; second <= 120; second += 1) {
    for (let i = 0; i < 20 && !isOverloaded(load, sessions, 0.7); i += 1) {
      load = joined(load);
      sessions += 1;
    }
    load = during(load, 1_000, costs(second));
  }
  expect(sessions * 0.001).toBeLessThan(0.75);
  expect(sessions * 0.001).toBeGreaterThan(0.65);
});

it('believes neither silent sessions nor a busy start', () => {
  const [silent, usual, start] = [
    admittedBeside(200, 0.05),
    admittedBeside(10, 0.05),
    admittedBeside(30, 0.5),
  ];
  expect(silent).toBeLessThanOrEqual(2 * usual);
  expect(start).toBeGreaterThan(80);
});

it('takes a burst of openings for what it is', () => {
  let load = noLoad;
  for (let i = 0; i < 100; i++) load = sampled(joined(load), 1, 10);
  expect(isOverloaded(load, 100, 0.85)).toBe(false);
});

it('never refuses the first sessions, and with a limit of 1 hardly any', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(19), (utilization, sessions) => {
      expect(isOverloaded(during(noLoad, 5_000, utilization), sessions, 0.5)).toBe(false);
    }),
  );
});

it('stays within 0 and 1', () => {
  const sample = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 10_000 }));
  fc.assert(
    fc.property(fc.array(sample), (samples) => {
      const load = samples.reduce((before, [busy, ms]) => sampled(joined(before), busy, ms), noLoad);
      expect(load.busy).toBeGreaterThanOrEqual(0);
      expect(load.busy).toBeLessThanOrEqual(1);
      expect(load.fresh).toBeLessThanOrEqual(samples.length);
    }),
  );
});

describe('its own work', () => {
  const at = (runningMs: number, waitingMs: number) => ({ runningMs, waitingMs });

  it.each([
    ['alone', at(100, 0), 0.4],
    ['little of it, on a machine that is busy with other things', at(10, 200), 0.2],
    ['as much as others leave room for', at(100, 140), 100 / 110],
    ['none', at(0, 0), 0],
  ])('%s', (_, after, share) => {
    expect(ownShare(at(0, 0), after, 250)).toBeCloseTo(share);
  });

  it('is a share, whatever the clocks say', () => {
    const ms = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(ms, ms, ms, ms, ms, (a, b, c, d, elapsedMs) => {
        const share = ownShare(at(a, b), at(c, d), elapsedMs);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is told of this thread, where the system tells it', () => {
    const before = readThreadTime();
    const untilMs = performance.now() + 50;
    while (performance.now() < untilMs);
    const after = readThreadTime();
    expect(after !== undefined).toBe(process.platform === 'linux');
    expect(after?.runningMs ?? 1).toBeGreaterThan(before?.runningMs ?? 0);
  });
});
