import * as fc from 'fast-check';
import type { EndEstimator, Evidence } from '../estimators/estimator';
import { decide, type DecisionContext } from './decision';
import { eagernessTable, waitMs } from './eagerness';

const sure = (probability: number | undefined): EndEstimator => ({
  name: 'fused',
  needs: { text: true, acoustic: true },
  estimate: () => probability,
});

const row = eagernessTable.medium;
const spoken: Evidence = { text: 'Go on.', language: 'en', acoustic: undefined, speechMs: 600 };
const context: DecisionContext = {
  row,
  estimator: sure(0.9),
  expected: [],
  patience: 1,
  textWaitMs: 700,
  listening: false,
};

describe('decide', () => {
  it('never ends a turn before the shortest delay, nor after the longest', () => {
    expect(decide(row.minDelayMs - 1, spoken, context)).toMatchObject({ action: 'hold', reason: 'too_soon' });
    expect(decide(row.minDelayMs, spoken, context)).toMatchObject({ action: 'commit', reason: 'likely' });
    const never = { ...context, estimator: sure(0), patience: 1.8 };
    expect(decide(row.maxDelayMs - 1, spoken, never)).toMatchObject({ action: 'hold', reason: 'unlikely' });
    expect(decide(row.maxDelayMs, spoken, never)).toMatchObject({ action: 'commit', reason: 'longest_wait' });
  });

  it('waits for words and for the ear, each within its bound', () => {
    const silent = { ...spoken, text: undefined };
    expect(decide(300, silent, context).reason).toBe('waiting_for_text');
    expect(decide(700, silent, context)).toMatchObject({
      action: 'hold',
      reason: 'unlikely',
      probability: 0.6,
    });
    expect(decide(2_200, silent, context).action).toBe('commit');
    expect(decide(300, spoken, { ...context, listening: true }).reason).toBe('waiting_for_sound');
    expect(decide(500, spoken, { ...context, listening: true }).action).toBe('commit');
  });

  it('does not cut a number that is expected and not whole yet, and is quick when it is', () => {
    const doubtful = { ...context, estimator: sure(0.7), expected: ['phone'] as const };
    const said = (text: string) => decide(1_500, { ...spoken, text }, doubtful);
    expect(said('555 01')).toMatchObject({ action: 'hold', value: 'open' });
    expect(said('555 010 4477')).toMatchObject({ action: 'commit', value: 'whole' });
    const unsure = { ...doubtful, estimator: sure(0.2) };
    expect(decide(300, { ...spoken, text: '555 010 4477' }, unsure).action).toBe('commit');
  });

  it('waits longer the less likely the end is, and for who pauses longer', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(eagernessTable)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.8, max: 1.8, noNaN: true }),
        (level, a, b, patience) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          expect(waitMs(level, low)).toBeGreaterThanOrEqual(waitMs(level, high));
          const needed = (p: number): number =>
            decide(level.maxDelayMs, spoken, { ...context, row: level, estimator: sure(p), patience })
              .neededMs!;
          expect(needed(low)).toBeGreaterThanOrEqual(needed(high));
          expect(needed(high)).toBeGreaterThanOrEqual(level.minDelayMs);
          expect(needed(low)).toBeLessThanOrEqual(level.maxDelayMs);
        },
      ),
    );
  });
});
