import { estimatorNamed, type EndModels } from './estimators';
import { shortName, weighedFeatures } from './fusion-features';

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
});
