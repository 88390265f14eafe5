/** An entry that begins with it is spoken in one breath with the word before. */
export const joinMark = '\u203f';

/** A gap inside of a word, which is no place to cut. */
const innerGap = '\u00a0';

/** The groups of phonemes in espeak's text, each between spaces, without its separators and language marks. */
export function phonemeGroups(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\([a-z-]+\)/g, '')
    .replace(/[_|\u200d]/g, (mark) => (mark === '|' ? ' ' : ''))
    .split(/\s+/)
    .filter((group) => group.length > 0);
}

/**
 * Phonemes per word out of phonemes per utterance. espeak joins some words ("of the" → "ʌvðə") and splits others
 * ("C++"), so the groups are aligned, sound by sound, with what each word is when spoken alone.
 */
export function assignToWords(
  groups: readonly string[],
  alone: () => readonly string[],
  count: number,
): string[] {
  if (groups.length === count) return [...groups];
  const isolated = alone();
  const expected = Array.from(isolated.map((sounds) => sounds.replaceAll(' ', innerGap)).join(' '));
  const heard = Array.from(groups.join(' '));
  const cuts = wordCuts(expected, heard, isolated.length);
  return cuts.slice(0, -1).map((from, word) => entry(heard, from, cuts[word + 1] ?? heard.length));
}

function entry(heard: readonly string[], from: number, to: number): string {
  const sounds = heard.slice(from, to).join('').trim();
  const joined = from > 0 && heard[from] !== ' ' && heard[from - 1] !== ' ';
  return joined && sounds.length > 0 ? joinMark + sounds : sounds;
}

/** Where in `heard` each word begins, and at the end its length: the cheapest alignment's word gaps. */
function wordCuts(expected: readonly string[], heard: readonly string[], words: number): number[] {
  const width = heard.length + 1;
  const cost = new Float64Array((expected.length + 1) * width);
  for (let i = 0; i <= expected.length; i += 1) {
    for (let j = 0; j <= heard.length; j += 1) {
      if (i === 0 && j === 0) continue;
      const drop = i > 0 ? (cost[(i - 1) * width + j] ?? 0) + 1 : Infinity;
      const add = j > 0 ? (cost[i * width + j - 1] ?? 0) + 1 : Infinity;
      const pair =
        i > 0 && j > 0
          ? (cost[(i - 1) * width + j - 1] ?? 0) + distance(expected[i - 1], heard[j - 1])
          : Infinity;
      cost[i * width + j] = Math.min(drop, add, pair);
    }
  }
  const cuts = [heard.length];
  let [i, j] = [expected.length, heard.length];
  while (i > 0) {
    const here = cost[i * width + j] ?? 0;
    const pair =
      j > 0 ? (cost[(i - 1) * width + j - 1] ?? 0) + distance(expected[i - 1], heard[j - 1]) : Infinity;
    const isGap = expected[i - 1] === ' ';
    if (here === pair) {
      [i, j] = [i - 1, j - 1];
    } else if (here === (cost[(i - 1) * width + j] ?? 0) + 1) {
      i -= 1;
    } else {
      j -= 1;
      continue;
    }
    if (isGap) cuts.unshift(snap(heard, j));
  }
  cuts.unshift(0);
  while (cuts.length < words + 1) cuts.splice(-1, 0, heard.length);
  return cuts;
}

/** Stress marks belong to the sound after them, length marks and diacritics to the one before. */
function snap(heard: readonly string[], at: number): number {
  let cut = at;
  while (cut > 0 && /[ˈˌ]/.test(heard[cut - 1] ?? '')) cut -= 1;
  while (cut < heard.length && /[ːˑ]|\p{M}/u.test(heard[cut] ?? '')) cut += 1;
  return cut;
}

const vowel = /[aeiouyæøœɐɑɒɔəɚɛɜɪʊʌᵻ]/;

function distance(a: string | undefined, b: string | undefined): number {
  if (a === b || (a === innerGap && b === ' ')) return 0;
  if (a === ' ' || b === ' ') return 3;
  return vowel.test(a ?? '') === vowel.test(b ?? '') ? 1 : 1.9;
}
