import type { Heard } from './replayer';
import type { Scenario } from './scenario';
import { outcome, score } from './score';

const scenario = (more: Partial<Scenario>): Scenario => ({
  ...{ id: 'x', kind: 'whole', clip: 'x', pcm: new Int16Array(0), language: 'en' },
  ...{ speechEndMs: 2_000, notBeforeMs: 2_000, speechStartMs: 300 },
  ...more,
});
const heard = (...commitsMs: number[]): Heard => ({
  variant: 'v',
  messages: [],
  events: commitsMs.map((atMs) => ({ kind: 'committed', atMs })),
  decisions: [],
});

describe('the outcome of a scenario', () => {
  it('is a delay from the true end, and a cut where a turn was ended before it', () => {
    expect(outcome(scenario({}), heard(2_450))).toMatchObject({ cut: 0, delayMs: 450 });
    expect(outcome(scenario({}), heard(1_200, 2_450))).toMatchObject({ cut: 1, delayMs: 450 });
    expect(outcome(scenario({}), heard())).toMatchObject({ cut: 0, delayMs: undefined });
  });

  it('of a pause is the share of its lengths at which it was taken for the end', () => {
    const more = {
      kind: 'clause_inner',
      speechEndMs: undefined,
      pauseStartMs: 1_000,
      notBeforeMs: 2_600,
    } as const;
    const pause = scenario(more);
    expect(outcome(pause, heard(1_190))).toMatchObject({ cut: 1, delayMs: undefined });
    expect(outcome(pause, heard(1_700)).cut).toBeCloseTo(0.6);
    expect(outcome(pause, heard(2_500))).toMatchObject({ cut: 0, delayMs: undefined });
    expect(outcome(pause, heard())).toMatchObject({ cut: 0, delayMs: undefined });
  });

  it('says when what was cut was taken as going on', () => {
    const on: Heard = { ...heard(1_000, 2_400) };
    const events = [...on.events, { kind: 'started' as const, atMs: 1_200, continues: true }];
    expect(outcome(scenario({}), { ...on, events })).toMatchObject({ cut: 1, mended: true });
  });
});

describe('score', () => {
  it('counts the kinds that are asked for', () => {
    const outcomes = [
      outcome(scenario({}), heard(2_300)),
      outcome(scenario({}), heard(1_000, 2_500)),
      outcome(scenario({ kind: 'noise' }), heard(9_000)),
    ];
    expect(score(outcomes, ['whole'])).toMatchObject({ cuts: 1, of: 2, cutPercent: 50, p50: 400 });
  });
});
