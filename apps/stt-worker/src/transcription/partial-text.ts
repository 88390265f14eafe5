import { joinTexts } from './words';
import type { Segment, Utterance } from './utterance-types';

export interface PartialText {
  readonly text: string;
  readonly stableChars: number;
  readonly heardToSample: number;
}

/** What the turn says so far: settled segments whole, of the rest what two passes agreed on and the newest guess. */
export function partialText(utterance: Utterance): PartialText | undefined {
  const pieces: string[] = [];
  let stable = true;
  let stableText = '';
  let heardToSample = 0;
  for (const segment of utterance.segments) {
    const whole = segment.endSample !== undefined && segment.awaited === undefined;
    // What was called stable stays, even where the settled reading differs: the final tells that one.
    const shown = segment.agreement.shownText;
    pieces.push(shown);
    if (segment.reading) heardToSample = segment.reading.span.endSample;
    if (!stable) continue;
    stableText = joinTexts([stableText, whole ? shown : segment.agreement.stableText]);
    stable = whole;
  }
  const text = joinTexts(pieces);
  if (text === '') return undefined;
  return { text, stableChars: commonPrefix(text, stableText), heardToSample };
}

/** The turn's text when everything said up to the last speech is decoded; undefined while something is missing. */
export function textToPause(utterance: Utterance): string | undefined {
  if (utterance.segments.length === 0 || !utterance.segments.every(isHeard)) return undefined;
  return joinTexts(utterance.segments.map((segment) => segment.reading?.text ?? ''));
}

function isHeard(segment: Segment): boolean {
  if (segment.endSample !== undefined) return segment.awaited === undefined;
  return segment.reading !== undefined && segment.reading.span.endSample >= segment.speechEndSample;
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}
