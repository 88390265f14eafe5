import { planRestart } from './backoff';

describe('planRestart', () => {
  it('doubles up to the limit, then gives up and retries slowly', () => {
    const delays = [1, 2, 3, 4, 5, 6].map((failures) => planRestart(failures, {}, () => 1));
    expect(delays).toEqual([
      { delayMs: 200, gaveUp: false },
      { delayMs: 400, gaveUp: false },
      { delayMs: 800, gaveUp: false },
      { delayMs: 1_600, gaveUp: false },
      { delayMs: 30_000, gaveUp: true },
      { delayMs: 30_000, gaveUp: true },
    ]);
    expect(planRestart(20, { giveUpAfter: 99 }, () => 1).delayMs).toBe(5_000);
  });

  it('never waits less than half', () => {
    expect(planRestart(3, {}, () => 0).delayMs).toBe(400);
  });
});
