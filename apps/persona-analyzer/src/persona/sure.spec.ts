import { config } from '../config';
import { measuredRules, sureTraits } from './sure';
import type { Traits } from './types';

const traits = (over: Partial<Traits>): Traits => ({
  emotion: [],
  vocalStyle: [],
  speakingRate: [],
  pitch: [],
  age: [],
  accent: [],
  ...over,
});
const angry = (confidence: number, next: number) => ({
  emotion: [
    { label: 'angry', confidence },
    { label: 'happy', confidence: next },
  ],
});

describe('what is sure of a voice', () => {
  it('is a label that is far ahead of the next, whatever its confidence is capped at', () => {
    expect(sureTraits(traits(angry(0.2, 0.11)), measuredRules)).toEqual(['emotion']);
    expect(sureTraits(traits(angry(0.2, 0.13)), measuredRules)).toEqual([]);
    expect(sureTraits(traits(angry(0.09, 0)), measuredRules)).toEqual([]);
  });

  it('is nothing where nothing is known, and no age', () => {
    expect(sureTraits(traits({}), measuredRules)).toEqual([]);
    expect(sureTraits(traits({ age: [{ label: 'kid', confidence: 0.4 }] }), measuredRules)).toEqual([]);
    const never = { ...measuredRules, accent: { confidence: 0, margin: 0 } };
    expect(sureTraits(traits({ accent: [{ label: 'unknown', confidence: 0 }] }), never)).toEqual([]);
  });

  it('is what the operator says, by trait', () => {
    const { PARLEY_PERSONA_SURE: rules } = config({
      PARLEY_PERSONA_SURE: 'emotion=0.3:0.5, age=0.4:0,pitch=never',
    });
    expect(rules).toEqual({
      ...measuredRules,
      emotion: { confidence: 0.3, margin: 0.5 },
      age: { confidence: 0.4, margin: 0 },
      pitch: null,
    });
    expect(config({}).PARLEY_PERSONA_SURE).toEqual(measuredRules);
  });

  it.each(['emotion', 'mood=never', 'emotion=0.3', 'emotion=2:0', 'emotion=0.3:0.5:1', 'emotion=always'])(
    'is not read from %s',
    (text) => {
      expect(() => config({ PARLEY_PERSONA_SURE: text })).toThrow('PARLEY_PERSONA_SURE');
    },
  );
});
