/** Scripts written without spaces: each character counts as a word. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const wordPattern = new RegExp(`[${unspaced}]\\p{M}*|[^\\s${unspaced}]+`, 'gu');
const edgePunctuation = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const unspacedEdge = new RegExp(`[${unspaced}]`, 'u');

export interface Word {
  /** As written, punctuation included. */
  readonly text: string;
  /** Lower case, without punctuation at its ends; empty for pure punctuation. */
  readonly key: string;
  /** Position in the text of the word's first character. */
  readonly start: number;
  /** Position behind its last letter or digit; punctuation after it does not count. */
  readonly end: number;
}

export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const written = match[0];
    const key = written.replace(edgePunctuation, '').toLowerCase();
    const trailing = written.length - written.replace(/[^\p{L}\p{N}]+$/u, '').length;
    words.push({
      text: written,
      key,
      start: match.index,
      end: match.index + written.length - (key === '' ? 0 : trailing),
    });
  }
  return words;
}

/** Joins pieces of one utterance; scripts without spaces get none. */
export function joinTexts(pieces: readonly string[]): string {
  let joined = '';
  for (const piece of pieces) {
    const text = piece.trim();
    if (text === '') continue;
    if (joined === '') joined = text;
    else joined += (unspacedEdge.test(joined.at(-1)!) && unspacedEdge.test(text[0]!) ? '' : ' ') + text;
  }
  return joined;
}

const vowelGroups = /[aeiouyáéíóúàèìòùâêîôûäëïöüãõåæœøаеёиоуыэюяαεηιουω]+/giu;

/** A rough count, good enough to tell what nobody can say in the time: vowel groups, or characters. */
export function countSyllables(text: string): number {
  let syllables = 0;
  for (const word of splitWords(text)) {
    if (word.key === '') continue;
    if (/^\d+$/.test(word.key)) syllables += word.key.length;
    else syllables += Math.max(1, word.key.match(vowelGroups)?.length ?? 0);
  }
  return syllables;
}
