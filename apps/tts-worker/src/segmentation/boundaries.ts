import { endsInAbbreviation } from './abbreviations';

export type BoundaryKind = 'sentence' | 'clause';

/** A place where a segment may end: the next one begins there, with something that is not space. */
export interface Boundary {
  readonly at: number;
  readonly kind: BoundaryKind;
}

const letter = /\p{L}/u;

/**
 * Clause marks followed by space; Chinese and Japanese ones need none, and Thai, Lao and Khmer use the space itself.
 * Closing quotes and brackets stay with the clause. A comma before a number may be within a date or a list. The last character is only looked at.
 */
const clauseMark =
  /(?:[;:،؛…—–](?:["'”’)\]]*)\s+|,(?:["'”’)\]]*)\s+(?!\d)|[、，；：،][”’」』）】]*\s*|[\u0e00-\u0eff\u1780-\u17ff]\s+|\s[-]\s+)(?=\S)/gu;

/**
 * The boundaries of `text` that later text cannot take back: each is followed by a letter, as a small one after a full
 * stop and digits tells that it was none. The same boundaries are found in every longer text.
 */
export function boundariesOf(text: string, sentences: Intl.Segmenter): Boundary[] {
  const found = new Map<number, BoundaryKind>();
  for (const match of text.matchAll(clauseMark)) {
    const at = match.index + match[0].length;
    if (letter.test(text.slice(at))) found.set(at, 'clause');
  }
  for (const at of sentenceEnds(text, sentences)) found.set(at, 'sentence');
  return [...found].map(([at, kind]) => ({ at, kind })).sort((a, b) => a.at - b.at);
}

function* sentenceEnds(text: string, sentences: Intl.Segmenter): Generator<number> {
  for (const { index, segment } of sentences.segment(text)) {
    let at = index + segment.length;
    while (/\s/.test(text[at] ?? '')) at += 1;
    if (!letter.test(text.slice(at))) return;
    const before = text.slice(0, at).trimEnd();
    const after = text.slice(at, at + 4);
    // “Really?” she said.
    if (/["'”’»]$/.test(before) && /^\p{Ll}/u.test(after)) continue;
    if (!endsInAbbreviation(before, after)) yield at;
  }
}

/** Words before which a sentence without marks is best cut. */
const joiningWord =
  /\s(?=(?:and|but|or|because|which|that|so|when|while|if|where|who|then|with|und|oder|aber|weil|dass|wenn|et|mais|ou|que|qui|y|pero|porque|o|e|ma|che|en|maar)\s)/giu;

/**
 * Where to cut text without a usable mark at the latest at `limit`: before a joining word, at a space, or between
 * two whole characters.
 */
export function forcedCut(text: string, limit: number): number {
  const head = text.slice(0, limit + 1);
  const least = Math.floor(limit / 3);
  const joining = [...head.matchAll(joiningWord)].map((match) => match.index + 1).filter((at) => at > least);
  const space = /\s(?=\S*$)/u.exec(head);
  return (
    joining.at(-1) ??
    (space !== null && space.index >= least ? space.index + 1 : characterBefore(text, limit))
  );
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

function characterBefore(text: string, limit: number): number {
  const whole = characters.segment(text).containing(Math.min(limit, text.length - 1));
  return whole !== undefined && whole.index > 0 ? whole.index : limit;
}
