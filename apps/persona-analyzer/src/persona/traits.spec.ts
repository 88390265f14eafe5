import * as fc from 'fast-check';
import type { VoiceSummary } from '../features/summary';
import { deviations, familiarity, initialBaseline, learn, measuresOf, type Measure } from './baseline';
import { Smoother } from './smoothing';
import { ageOf, arousalOf, emotionOf, pitchClassOf, rateOf, vocalStyleOf } from './traits';

const voice: VoiceSummary = {
  spanMs: 2000,
  activeMs: 1600,
  voicedMs: 1200,
  pitchHz: 120,
  pitchRangeSemitones: 6,
  energyDbfs: -20,
  effortDb: -13,
  nuclei: 8,
};
const away = (all: number): Record<Measure, number> => ({
  pitchSemitones: all,
  rangeSemitones: all,
  energyDb: all,
  effortDb: all,
  syllablesPerSecond: all,
});

describe('baseline', () => {
  it('says nothing about pitch and level before the caller was heard', () => {
    const loud = measuresOf({ ...voice, pitchHz: 300, energyDbfs: -3 }, 0);
    expect(deviations(initialBaseline, loud)).toMatchObject({ pitchSemitones: 0, energyDb: 0 });
    expect(familiarity(initialBaseline)).toBe(0);
  });

  it('becomes the caller’s own habit, from which the same voice does not deviate', () => {
    const habit = measuresOf(voice, 5);
    const known = Array.from({ length: 20 }).reduce<typeof initialBaseline>(
      (baseline) => learn(baseline, habit, voice.voicedMs),
      initialBaseline,
    );
    const now = deviations(known, habit);
    for (const value of Object.values(now)) expect(Math.abs(value)).toBeLessThan(0.1);
    expect(familiarity(known)).toBe(1);
    expect(
      arousalOf(deviations(known, measuresOf({ ...voice, pitchHz: 170, effortDb: -6 }, 6))),
    ).toBeGreaterThan(1);
  });

  it('learns nothing from no speech', () => {
    expect(learn(initialBaseline, measuresOf(voice, 5), 0)).toEqual(initialBaseline);
  });
});

describe('estimates', () => {
  const everything = fc.record({
    level: fc.double({ min: -3, max: 3, noNaN: true }),
    known: fc.double({ min: 0, max: 1, noNaN: true }),
    hz: fc.double({ min: 60, max: 500, noNaN: true }),
    rate: fc.double({ min: 0.1, max: 12, noNaN: true }),
  });

  it('never claim more than the documented caps, and fall in confidence', () => {
    fc.assert(
      fc.property(everything, ({ level, known, hz, rate }) => {
        const caps: [readonly { confidence: number }[], number][] = [
          [emotionOf(away(level), known), 0.6],
          [ageOf(hz), 0.4],
          [pitchClassOf(hz, 5000), 0.9],
          [rateOf(rate, 'words'), 0.8],
          [rateOf(rate, 'envelope'), 0.4],
          [vocalStyleOf(voice, away(level), known), 0.5],
        ];
        return caps.every(([estimates, cap]) => {
          const values = estimates.map((estimate) => estimate.confidence);
          return values.every((value, i) => value <= cap && (i === 0 || value <= values[i - 1]!));
        });
      }),
    );
  });

  it.each([
    [0, 'neutral'],
    [-2, 'sad'],
    [2, 'angry'],
  ])('calls an arousal of %d spreads %s first', (level, label) => {
    expect(emotionOf(away(level), 1)[0]?.label).toBe(label);
  });

  it.each([
    [100, 'low'],
    [170, 'medium'],
    [240, 'high'],
  ])('calls %d Hz a %s pitch', (hz, label) => {
    expect(pitchClassOf(hz, 2000)[0]?.label).toBe(label);
  });

  it.each([
    [2, 'slow'],
    [4.3, 'normal'],
    [7, 'fast'],
  ])('calls %d syllables a second %s', (rate, label) => {
    expect(rateOf(rate, 'words')[0]?.label).toBe(label);
  });

  it('guesses a child only from a very high voice, and admits that the age is unclear', () => {
    expect(ageOf(350)[0]?.label).toBe('kid');
    expect(ageOf(120)[0]?.label).toBe('adult');
    expect(ageOf(120).some(({ label }) => label === 'unclear')).toBe(true);
  });

  it('hears whispering as speech without voice', () => {
    expect(vocalStyleOf({ ...voice, voicedMs: 60 }, away(0), 1)[0]?.label).toBe('whispering');
  });

  it('estimates nothing without pitch or syllables', () => {
    expect([ageOf(0), pitchClassOf(0, 0), rateOf(0, 'words')]).toEqual([[], [], []]);
  });
});

describe('Smoother', () => {
  it('averages by weight and lets a label fade', () => {
    const smoother = new Smoother(1000);
    smoother.observe([{ label: 'calm', confidence: 0.4 }], 0, 500);
    const [first, second] = smoother.observe([{ label: 'angry', confidence: 0.4 }], 1000, 500);
    expect(first).toEqual({ label: 'angry', confidence: expect.closeTo(0.267, 2) });
    expect(second).toEqual({ label: 'calm', confidence: expect.closeTo(0.133, 2) });
    const later = smoother.observe([{ label: 'angry', confidence: 0.4 }], 10_000, 500);
    expect(later.map(({ label }) => label)).toEqual(['angry']);
  });

  it('keeps what it knew when there is nothing to see', () => {
    const smoother = new Smoother(1000);
    expect(smoother.current()).toEqual([]);
    smoother.observe([{ label: 'calm', confidence: 0.4 }], 0, 500);
    expect(smoother.observe([], 5000, 500)).toEqual([{ label: 'calm', confidence: expect.closeTo(0.4) }]);
  });
});
