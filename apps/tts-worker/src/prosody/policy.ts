import type { v1 } from '@parley/contracts';

/** How to speak, relative to the voice's neutral (0 = unchanged). */
export interface Prosody {
  /** 0.1 = 10 % faster. */
  readonly rate: number;
  readonly pitchSemitones: number;
  readonly volumeDb: number;
}

export const neutral: Prosody = { rate: 0, pitchSemitones: 0, volumeDb: 0 };

/**
 * What the policy answers a trait of the caller's voice with, where it is sure: somebody upset or low is spoken to more
 * slowly and evenly, joy is met, a whisper is answered softly. Slight on purpose: it is to be felt, not noticed.
 * Documented in docs/voices.md.
 */
export const responses: Readonly<Record<string, Partial<Prosody>>> = {
  'emotion:angry': { rate: -0.08, pitchSemitones: -0.4, volumeDb: -1 },
  'emotion:frustrated': { rate: -0.06, pitchSemitones: -0.3, volumeDb: -0.5 },
  'emotion:sad': { rate: -0.1, pitchSemitones: -0.4, volumeDb: -1 },
  'emotion:fearful': { rate: -0.08, pitchSemitones: -0.3, volumeDb: 0 },
  'emotion:happy': { rate: 0.03, pitchSemitones: 0.5, volumeDb: 0 },
  'emotion:surprised': { rate: 0.02, pitchSemitones: 0.3, volumeDb: 0 },
  'vocal_style:whispering': { rate: -0.05, pitchSemitones: 0, volumeDb: -4 },
  'vocal_style:soft': { rate: -0.02, pitchSemitones: 0, volumeDb: -1.5 },
  'age:kid': { rate: -0.05, pitchSemitones: 0, volumeDb: 0 },
  'age:senior': { rate: -0.07, pitchSemitones: 0, volumeDb: 1 },
};

/** What the policy alone may do at the most. */
const bounds = { rate: 0.15, pitchSemitones: 1, volumeDb: 4 } as const;

/** Syllables a second at which callers are neither slow nor fast, and how far the voice goes to meet them. */
const neutralSyllables = 4.2;
const matching = 0.35;
const matchingBounds = { slower: -0.1, faster: 0.12 } as const;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** How to answer a caller whose voice was heard like this. Pure; unknown labels change nothing. */
export function answer(perception: v1.Perception.$Properties | null | undefined): Prosody {
  if (perception === null || perception === undefined) return neutral;
  const labels = {
    emotion: sureLabel(perception, 'emotion'),
    vocal_style: sureLabel(perception, 'vocalStyle'),
    age: sureLabel(perception, 'age'),
  };
  let sum = { ...neutral, rate: matchRate(perception) };
  for (const [trait, label] of Object.entries(labels)) {
    const response = responses[`${trait}:${label}`];
    if (response === undefined) continue;
    sum = {
      rate: sum.rate + (response.rate ?? 0),
      pitchSemitones: sum.pitchSemitones + (response.pitchSemitones ?? 0),
      volumeDb: sum.volumeDb + (response.volumeDb ?? 0),
    };
  }
  return {
    rate: clamp(sum.rate, -bounds.rate, bounds.rate),
    pitchSemitones: clamp(sum.pitchSemitones, -bounds.pitchSemitones, bounds.pitchSemitones),
    volumeDb: clamp(sum.volumeDb, -bounds.volumeDb, bounds.volumeDb),
  };
}

/** Goes a part of the way towards the caller's own tempo. */
function matchRate(perception: v1.Perception.$Properties): number {
  const syllables = perception.syllablesPerSecond ?? 0;
  if (syllables > 0) {
    const away = (syllables / neutralSyllables - 1) * matching;
    return clamp(away, matchingBounds.slower, matchingBounds.faster);
  }
  const rates: Readonly<Record<string, number>> = {
    slow: matchingBounds.slower / 2,
    fast: matchingBounds.faster / 2,
  };
  return rates[sureLabel(perception, 'speakingRate')] ?? 0;
}

/** What may be acted on; empty: nothing. */
function sureLabel(
  perception: v1.Perception.$Properties,
  trait: 'emotion' | 'vocalStyle' | 'age' | 'speakingRate',
): string {
  if (perception.sure?.includes(trait) !== true) return '';
  return perception[trait]?.[0]?.label ?? '';
}
