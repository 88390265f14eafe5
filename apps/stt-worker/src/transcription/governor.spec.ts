import { PartialGovernor } from './governor';

const governor = (partialShare = 0.25): PartialGovernor => new PartialGovernor({ capacity: 1, partialShare });

describe('the governor of partials', () => {
  it('lets one go on an idle engine', () => {
    expect(governor().mayStart(0, 0, 1_000)).toBe(true);
    expect(governor().mayStart(0, 1, 1_000)).toBe(false);
  });

  it('lets none go when they are switched off', () => {
    expect(governor(0).mayStart(0, 0, 1_000)).toBe(false);
  });

  it('leaves room beside partials on an engine that takes many stretches at once', () => {
    expect(governor(0.25).mayStartBeside({ busy: 3, capacity: 16 })).toBe(true);
    expect(governor(0.25).mayStartBeside({ busy: 4, capacity: 16 })).toBe(false);
    expect(governor(0).mayStartBeside({ busy: 0, capacity: 16 })).toBe(false);
  });

  it('runs one at a time over all streams', () => {
    const one = governor();
    one.partialStarted();
    expect(one.mayStart(0, 0, 1_000)).toBe(false);
    one.partialEnded(200, 200);
    expect(one.mayStart(200, 0, 1_000)).toBe(true);
  });

  it('waits while any stream is in a pause that may end its turn', () => {
    const one = governor();
    const [a, b] = [{}, {}];
    one.setPausing(a, true);
    one.setPausing(b, true);
    one.setPausing(a, false);
    expect(one.mayStart(0, 0, 1_000)).toBe(false);
    one.setPausing(b, false);
    expect(one.mayStart(0, 0, 1_000)).toBe(true);
  });

  it('keeps partials within their share of the time', () => {
    const one = governor(0.25);
    let busyMs = 0;
    for (let nowMs = 0; nowMs < 60_000; nowMs += 10) {
      if (!one.mayStart(nowMs, 0, 1_000)) continue;
      one.partialStarted();
      one.partialEnded(nowMs + 300, 300);
      busyMs += 300;
      nowMs += 300;
    }
    expect(busyMs).toBeGreaterThan(0.2 * 60_000);
    expect(busyMs).toBeLessThan(0.25 * 60_000 + 1_000 + 300);
  });

  it('begins none that would hold a final up, and begins again when the engine is quicker', () => {
    const one = governor();
    one.decoded(3_000, 250);
    expect(one.mayStart(0, 0, 3_000)).toBe(true);
    one.decoded(3_000, 2_000);
    expect(one.mayStart(0, 0, 3_000)).toBe(false);
    for (let i = 0; i < 4; i++) one.decoded(3_000, 250);
    expect(one.mayStart(0, 0, 3_000)).toBe(true);
    expect(one.mayStart(0, 0, 20_000)).toBe(false);
  });
});
