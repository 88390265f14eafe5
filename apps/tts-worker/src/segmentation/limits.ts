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
  { minSentence: 1, minClause: 9, max: 45 },
  { minSentence: 10, minClause: 33, max: 135 },
];

const steady: SegmentLimits = { minSentence: 20, minClause: 100, max: 200 };

/** `whole`: the first segments are sentences too, however long they take to be written. */
export const limitsOf = (segment: number, whole = false): SegmentLimits =>
  whole ? steady : (ramp[segment] ?? steady);

/** Decisions look no further ahead than this, in UTF-16 units, so that text without an end is cut too. */
export const windowUnits = 600;

/**
 * Roughly how long a character takes to say, in Latin letters: 0 for marks and space. A Chinese or Japanese character is a
 * syllable or more, a Korean one a syllable.
 */
export function weightOf(codePoint: number): number {
  if (codePoint < 0x80) return isAsciiWeight(codePoint) ? 1 : 0;
  const character = String.fromCodePoint(codePoint);
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) return 3;
  if (/\p{Script=Hangul}/u.test(character)) return 2;
  return /[\p{L}\p{N}]/u.test(character) ? 1 : 0;
}

/** Letters and digits. */
const isAsciiWeight = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
