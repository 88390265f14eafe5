import { estimatorNamed, type EndModels } from './estimators';
import { shortName, sizedFeatures, weighedFeatures } from './fusion-features';

const none = { source: ['spec'], bias: 0, weights: {} };

describe('turns of a few words', () => {
  it('have weights of their own, and every other turn the plain ones', () => {
    expect(weighedFeatures({ short: 1, text: 0.5 })).toEqual({ short: 1, [shortName('text')]: 0.5 });
    expect(weighedFeatures({ short: 0, text: 0.5 })).toEqual({ short: 0, text: 0.5 });
    expect(weighedFeatures({ finalLevel: -1 })).toEqual({ finalLevel: -1 });
  });

  it('are judged by them', () => {
    const text = { ...none, weights: { stop: 2, [shortName('stop')]: -2 } };
    const models: EndModels = {
      endings: none,
      fused: {
        ...{ text, sound: none, 'text+sound': none, 'sound+smart': none, 'text+sound+smart': none },
        ...{ read: none, 'read+sound': none, 'read+sound+smart': none },
      },
    };
    const estimator = estimatorNamed('text', models);
    const said = (words: string) =>
      estimator.estimate({ text: words, language: 'en', acoustic: undefined, speechMs: 900 })!;
    expect(said('That is all of it.')).toBeGreaterThan(0.5);
    expect(said('All of.')).toBeLessThan(0.5);
  });

  it('are brief where a word takes less time than one that is said for itself', () => {
    const prosody = {
      ...{ pitchSlope: 0, finalPitch: 0, finalLevel: 0, levelSlope: 0, lengthening: 0, voicing: 0 },
    };
    const sized = (text: string | undefined, seconds: number) =>
      sizedFeatures({
        ...{ text, language: 'en', speechMs: 900 },
        acoustic: { prosody: { ...prosody, seconds }, smartTurn: 0.5 },
      });
    expect(sized('Left.', 0.5)).toEqual({ seconds: 0, brief: 0 });
    expect(sized('For', 0.15)['brief']).toBeCloseTo(Math.log(0.4 / 0.15));
    expect(sized('I would like', 0.45)['brief']).toBeGreaterThan(sized('I would', 0.45)['brief']!);
    // Longer turns are measured by their length, and nothing by what is not known.
    expect(sized('I would like a coffee', 0.3)).toEqual({ brief: 0 });
    expect(sized(undefined, 0.3)).toEqual({});
  });
});
