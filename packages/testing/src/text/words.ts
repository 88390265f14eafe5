const digitWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const smallNumbers = new Map<string, string>([
  ['10', 'ten'],
  ['11', 'eleven'],
  ['12', 'twelve'],
  ['20', 'twenty'],
  ['100', 'one hundred'],
]);
const abbreviations = new Map<string, string>([
  ['mr', 'mister'],
  ['mrs', 'missus'],
  ['dr', 'doctor'],
  ['centre', 'center'],
  ['metres', 'meters'],
  ['oh', 'zero'],
  ['o', 'zero'],
]);

/**
 * Words for comparison: lower case, no punctuation, digits written out (digit by digit beyond the few numbers
 * that are said as one word), spelling variants folded. Hyphens separate words.
 */
export function normaliseWords(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll(/[’`]/g, "'")
    .replaceAll(/(\d)[,-](?=\d)/g, '$1 ')
    .replaceAll(/[^\p{L}\p{N}' ]+/gu, ' ')
    .split(/\s+/)
    .map((word) => word.replaceAll(/^'+|'+$/g, ''))
    .filter((word) => word !== '')
    .flatMap(spellOut);
}

function spellOut(word: string): string[] {
  const known = smallNumbers.get(word) ?? abbreviations.get(word);
  if (known !== undefined) return known.split(' ');
  if (/^\d+$/.test(word)) return word.split('').map((digit) => digitWords[Number(digit)] as string);
  return [word];
}

export interface WordErrors {
  readonly words: number;
  readonly errors: number;
  /** Each difference: "expected→heard", with ∅ for nothing. */
  readonly differences: readonly string[];
}

/** Word errors by edit distance over normalised words. */
export function wordErrors(expected: string, heard: string): WordErrors {
  const a = normaliseWords(expected);
  const b = normaliseWords(heard);
  const cost: number[][] = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => (cost[i] as number[])[j] as number;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      (cost[i] as number[])[j] = Math.min(
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
      );
    }
  }
  return { words: a.length, errors: at(a.length, b.length), differences: trace(a, b, at) };
}

function trace(a: readonly string[], b: readonly string[], at: (i: number, j: number) => number): string[] {
  const differences: string[] = [];
  let i = a.length;
  let j = b.length;
  while (i > 0 || j > 0) {
    const same = i > 0 && j > 0 && a[i - 1] === b[j - 1];
    if (i > 0 && j > 0 && at(i, j) === at(i - 1, j - 1) + (same ? 0 : 1)) {
      if (!same) differences.push(`${a[i - 1]}→${b[j - 1]}`);
      i -= 1;
      j -= 1;
    } else if (i > 0 && at(i, j) === at(i - 1, j) + 1) {
      differences.push(`${a[i - 1]}→∅`);
      i -= 1;
    } else {
      differences.push(`∅→${b[j - 1]}`);
      j -= 1;
    }
  }
  return differences.reverse();
}
