/**
 * How long segments may be, in weight (below). The first one is short, so that speech begins early; the second
 * gives the third time to be made; from then on sentences, whose melody is best.
 */
export interface SegmentLimits {
  /** A sentence end counts from this weight on. */
  readonly minSentence: number;
  /** A clause mark counts from this weight on; Infinity = only where the segment would be too long. */
  readonly minClause: number;
  /** Nothing longer: cut at the best place before. */
  readonly max: number;
}

const ramp: readonly SegmentLimits[] = [
  { minSentence: 1, minClause: 10, max: 90 },
  { minSentence: 12, minClause: 40, max: 160 },
];

const steady: SegmentLimits = { minSentence: 25, minClause: 120, max: 240 };

export const limitsOf = (segment: number): SegmentLimits => ramp[segment] ?? steady;

/** Decisions look no further ahead than this, in UTF-16 units, so that text without an end is cut too. */
export const windowUnits = 1_200;

/**
 * Roughly how long a character takes to say, in Latin letters. A Chinese or Japanese character is a syllable or
 * more, a Korean one a syllable.
 */
export function weightOf(character: string): number {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) return 3;
  return /\p{Script=Hangul}/u.test(character) ? 2 : 1;
}
