import * as fc from 'fast-check';
import {
  admits,
  asked,
  circuitStatus,
  closedCircuit,
  failed,
  longestOpenMs,
  succeeded,
  withdrawn,
} from './breaker';

const fail = (nowMs: number, over = {}) => ({
  nowMs,
  threshold: 3,
  openMs: 1_000,
  why: 'x',
  errorClass: 'transient' as const,
  ...over,
});

describe('a circuit', () => {
  it('opens after failures in a row, and lets one request try when its time is over', () => {
    const twice = failed(failed(closedCircuit, fail(0)), fail(1));
    expect(admits(twice, 2)).toBe(true);
    expect(succeeded(twice)).toBe(closedCircuit);
    const open = failed(twice, fail(2));
    expect([admits(open, 3), admits(open, 1_001), admits(open, 1_002)]).toEqual([false, false, true]);
    const trying = asked(open, 1_002);
    expect(admits(trying, 1_003)).toBe(false);
    expect(admits(withdrawn(trying), 1_003)).toBe(true);
    const again = failed(trying, fail(1_003));
    expect([admits(again, 3_002), admits(again, 3_003)]).toEqual([false, true]);
  });

  it('heeds the provider’s word on how long to wait', () => {
    const open = failed(closedCircuit, fail(0, { threshold: 1, retryAfterMs: 42_000 }));
    expect([admits(open, 41_999), admits(open, 42_000)]).toEqual([false, true]);
  });

  it('never lets two trials through at once, and never stays open for ever', () => {
    const step = fc.record({ what: fc.constantFrom('ask', 'ok', 'fail', 'withdraw'), ms: fc.nat(5_000) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let circuit = closedCircuit;
        let nowMs = 0;
        let trials = 0;
        for (const { what, ms } of steps) {
          nowMs += ms;
          if (what === 'ask' && admits(circuit, nowMs)) {
            if (circuitStatus(circuit, nowMs) === 'half_open') trials += 1;
            circuit = asked(circuit, nowMs);
          } else if (what !== 'ask') {
            trials = 0;
            if (what === 'ok') circuit = succeeded(circuit);
            else circuit = what === 'fail' ? failed(circuit, fail(nowMs)) : withdrawn(circuit);
          }
          expect(trials).toBeLessThanOrEqual(1);
          expect(circuit.openUntilMs - nowMs).toBeLessThanOrEqual(longestOpenMs);
        }
      }),
    );
  });
});
