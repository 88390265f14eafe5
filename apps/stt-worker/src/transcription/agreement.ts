import { splitWords, type Word } from './words';

/**
 * Words that two passes in a row agree on are stable and are never taken back (LocalAgreement-2). The rest of the
 * newest pass follows them.
 */
export interface Agreement {
  /** Stable text, without punctuation after its last word. */
  readonly stableText: string;
  /** The newest pass as it is shown: stable text, then what this pass makes of the rest. */
  readonly shownText: string;
  /** Keys of the newest pass behind the stable words, to compare the next pass with. */
  readonly tailKeys: readonly string[];
}

export const nothingAgreed: Agreement = { stableText: '', shownText: '', tailKeys: [] };

/** Takes a further pass over the same audio, longer at its end. */
export function agree(before: Agreement, text: string): Agreement {
  const words = splitWords(text);
  const stableKeys = keysOf(splitWords(before.stableText));
  const from = stableKeys.length === 0 ? 0 : boundaryBehind(stableKeys, words);
  const tail = words.slice(from);
  let agreed = 0;
  while (
    agreed < tail.length &&
    agreed < before.tailKeys.length &&
    tail[agreed]!.key === before.tailKeys[agreed]
  ) {
    agreed++;
  }
  const stableText = appendWords(before.stableText, text, words, from, from + agreed);
  const rest = words.slice(from + agreed);
  const shownText =
    rest.length === 0
      ? stableText + text.slice(endOf(words, from + agreed)).trimEnd()
      : stableText + between(stableText, text, words, from + agreed) + text.slice(rest[0]!.start).trimEnd();
  return { stableText, shownText: shownText.trim(), tailKeys: keysOf(rest) };
}

function keysOf(words: readonly Word[]): string[] {
  return words.map((word) => word.key);
}

const endOf = (words: readonly Word[], count: number): number => words[count - 1]?.end ?? 0;

/** What stands between the stable text and word `at` of a pass: as written there, marks included. */
function between(stableText: string, text: string, words: readonly Word[], at: number): string {
  if (stableText === '') return '';
  return at === 0 ? ' ' : text.slice(endOf(words, at), words[at]!.start);
}

function appendWords(
  stableText: string,
  text: string,
  words: readonly Word[],
  from: number,
  to: number,
): string {
  if (from === to) return stableText;
  return (
    stableText + between(stableText, text, words, from) + text.slice(words[from]!.start, words[to - 1]!.end)
  );
}

/**
 * How many of `words` the stable words cover: the prefix with the smallest edit distance to them, so that a pass
 * that changes a stable word neither repeats nor swallows its neighbours.
 */
function boundaryBehind(stableKeys: readonly string[], words: readonly Word[]): number {
  let row = Array.from({ length: words.length + 1 }, (_, i) => i);
  for (let s = 1; s <= stableKeys.length; s++) {
    const next = [s];
    for (let w = 1; w <= words.length; w++) {
      const same = stableKeys[s - 1] === words[w - 1]!.key ? 0 : 1;
      next.push(Math.min(row[w - 1]! + same, row[w]! + 1, next[w - 1]! + 1));
    }
    row = next;
  }
  const best = Math.min(...row);
  let boundary = row.indexOf(best);
  // Among equally good prefixes the one as long as the stable words.
  if (row[stableKeys.length] === best) boundary = stableKeys.length;
  return boundary;
}
