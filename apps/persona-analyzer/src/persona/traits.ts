import type { VoiceSummary } from '../features/summary';
import { perMeasure, type Measure } from './baseline';

export interface Estimate {
  readonly label: string;
  /** 0–1. What the heuristics may claim is capped: see docs/persona.md. */
  readonly confidence: number;
}

const MAX_EMOTION_CONFIDENCE = 0.6;
const MAX_AGE_CONFIDENCE = 0.4;
const MIN_CONFIDENCE = 0.05;

/** Share of each measure in arousal; all five rise when a speaker is agitated (Scherer, 2003). */
const AROUSAL_SHARE: Readonly<Record<Measure, number>> = {
  pitchSemitones: 0.35,
  rangeSemitones: 0.15,
  energyDb: 0.15,
  effortDb: 0.25,
  syllablesPerSecond: 0.1,
};

/** Agitation relative to the caller's own habit, in spreads: about −3 (low) … 3 (high). */
export function arousalOf(away: Readonly<Record<Measure, number>>): number {
  const parts = perMeasure((name) => AROUSAL_SHARE[name] * away[name]);
  return Object.values(parts).reduce((sum, part) => sum + part, 0);
}

/**
 * Arousal is what these features tell; valence is not. High arousal is therefore shared between angry and
 * happy (more vocal effort = more angry), low arousal between sad and calm, with confidence ≤ 0.6. Slowness tells these
 * two apart so little that neither is ever far ahead of the other.
 *
 * @param familiarity 0–1, how well the caller's habit is known
 */
export function emotionOf(away: Readonly<Record<Measure, number>>, familiarity: number): readonly Estimate[] {
  const arousal = arousalOf(away);
  const high = logistic(4 * (arousal - 0.7));
  const low = logistic(4 * (-arousal - 0.7));
  const neutral = Math.max(0, 1 - high - low);
  const effort = logistic(away.effortDb);
  const slowness = logistic(-away.syllablesPerSecond);
  const cap = MAX_EMOTION_CONFIDENCE * (0.5 + 0.5 * familiarity);
  return ranked([
    ['neutral', cap * neutral],
    ['angry', cap * high * (0.3 + 0.4 * effort)],
    ['happy', cap * high * (0.7 - 0.4 * effort)],
    ['sad', cap * low * (0.4 + 0.2 * slowness)],
    ['calm', cap * low * (0.6 - 0.2 * slowness)],
  ]);
}

/** Acoustic pitch class, by fixed bounds: below 140 Hz low, above 200 Hz high. */
export function pitchClassOf(pitchHz: number, voicedMs: number): readonly Estimate[] {
  if (pitchHz <= 0) return [];
  const belowLow = logistic((140 - pitchHz) / 8);
  const aboveHigh = logistic((pitchHz - 200) / 10);
  const sure = 0.9 * Math.min(1, voicedMs / 1000);
  return ranked([
    ['low', sure * belowLow],
    ['medium', sure * (1 - belowLow) * (1 - aboveHigh)],
    ['high', sure * aboveHigh],
  ]);
}

/** A weak guess: pitch tells a child from an adult, and little else. */
export function ageOf(pitchHz: number): readonly Estimate[] {
  if (pitchHz <= 0) return [];
  const kid = logistic((pitchHz - 290) / 15);
  return ranked([
    ['kid', MAX_AGE_CONFIDENCE * kid],
    ['adult', MAX_AGE_CONFIDENCE * 0.75 * (1 - kid)],
    ['young', MAX_AGE_CONFIDENCE * (0.5 - 0.25 * kid)],
    ['unclear', MAX_AGE_CONFIDENCE * 0.6],
  ]);
}

/** @param source where the syllables were counted: the words of the transcript, or the energy envelope */
export function rateOf(syllablesPerSecond: number, source: 'words' | 'envelope'): readonly Estimate[] {
  if (syllablesPerSecond <= 0) return [];
  const [slow, fast, sure] = source === 'words' ? [3.2, 5.3, 0.8] : [2.2, 4.2, 0.4];
  const slowShare = logistic((slow - syllablesPerSecond) * 4);
  const fastShare = logistic((syllablesPerSecond - fast) * 4);
  return ranked([
    ['slow', sure * slowShare],
    ['normal', sure * (1 - slowShare) * (1 - fastShare)],
    ['fast', sure * fastShare],
  ]);
}

/** Loudness and voicing against the caller's habit. */
export function vocalStyleOf(
  voice: VoiceSummary,
  away: Readonly<Record<Measure, number>>,
  familiarity: number,
): readonly Estimate[] {
  const voicedShare = voice.activeMs > 0 ? voice.voicedMs / voice.activeMs : 0;
  if (voice.activeMs >= 600 && voicedShare < 0.1) return [{ label: 'whispering', confidence: 0.4 }];
  const loudness = (away.energyDb + away.effortDb) / 2;
  const loud = logistic(3 * (loudness - 1));
  const soft = logistic(3 * (-loudness - 1));
  const cap = 0.5 * familiarity;
  return ranked([
    ['loud', cap * loud],
    ['soft', cap * soft],
    ['normal', cap * Math.max(0, 1 - loud - soft)],
  ]);
}

/** No model for accents yet: said, not guessed. */
export const UNKNOWN_ACCENT: readonly Estimate[] = [{ label: 'unknown', confidence: 0 }];

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

function ranked(pairs: readonly (readonly [string, number])[]): readonly Estimate[] {
  return pairs
    .filter(([, confidence]) => confidence >= MIN_CONFIDENCE)
    .map(([label, confidence]) => ({ label, confidence: Math.min(1, confidence) }))
    .sort((a, b) => b.confidence - a.confidence);
}
