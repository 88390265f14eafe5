import { overlapOf, overlapScore, type PlayerEvent } from './overlap-score';
import type { Scenario } from './scenario';

const scenario = (kind: Scenario['kind']): Scenario => ({
  ...{ id: kind, kind, clip: kind, pcm: new Int16Array(0), language: 'en', over: true },
  ...{ speechEndMs: undefined, notBeforeMs: 4_000, speechStartMs: 300 },
});
const answer: PlayerEvent = { kind: 'audio', atMs: -1_000, ms: 20_000 };
const at = (kind: 'paused' | 'resumed' | 'flushed', atMs: number): PlayerEvent => ({ kind, atMs });

describe('a sound over the assistant', () => {
  it('is counted from its first phoneme to the last sample that is heard', () => {
    const stock = overlapOf(scenario('interruption'), 'stock', [answer, at('flushed', 440)]);
    expect(stock).toMatchObject({ interrupted: true, stopMs: 140 });
    const told = [answer, at('paused', 420), at('flushed', 900)];
    expect(overlapOf(scenario('interruption'), 'extensions', told)).toMatchObject({ stopMs: 120 });
  });

  it('is a gap where the assistant goes on', () => {
    const told = [answer, at('paused', 420), at('resumed', 700)];
    const found = overlapOf(scenario('assent'), 'extensions', told);
    expect(found).toMatchObject({ interrupted: false, stopMs: undefined, gapsMs: [280] });
  });

  it('counts false and missed interruptions apart', () => {
    const all = [
      overlapOf(scenario('interruption'), 'stock', [answer, at('flushed', 440)]),
      overlapOf(scenario('interruption'), 'stock', [answer]),
      overlapOf(scenario('cough'), 'stock', [answer, at('flushed', 440)]),
      overlapOf(scenario('assent'), 'stock', [answer]),
    ];
    const { falsePercent, missedPercent, p50 } = overlapScore(all);
    expect(falsePercent).toEqual({ sound: 0, cough: 100, assent: 0 });
    expect([missedPercent, p50]).toEqual([50, 140]);
  });
});
