/**
 * Words that espeak-ng takes for their homographs in places where the words around them tell better. The spelling
 * given instead is for its ears alone: what is spoken keeps its own in every event.
 */
interface Respelling {
  readonly word: RegExp;
  readonly as: string;
  /** Tested against the words before (at most three) and after (at most two), joined by spaces, without marks. */
  readonly notBefore?: RegExp;
  readonly after?: RegExp;
}

const english: readonly Respelling[] = [
  {
    word: /^lives$/i,
    as: 'livz',
    notBefore:
      /\b(?:my|your|his|her|its|our|their|whose|the|these|those|many|few|some|all|both|of|save|saved|saves|lost|daily|everyday|human|own|other|two|three|nine|past|people's|\w+'s)$/i,
  },
  {
    word: /^live$/i,
    as: 'liv',
    notBefore:
      /\b(?:am|is|are|was|were|be|been|go|goes|going|went|it's|that's|we're|they're|a|the|stream|streamed)$/i,
    after:
      /^(?:in|on|at|here|there|near|with|without|together|alone|by|under|happily|longer|nearby|next|for)\b/i,
  },
  {
    word: /^close$/i,
    as: 'cloze',
    after: /^(?:the|this|that|these|your|my|his|her|its|our|their|it|all|any|an?)\b/i,
  },
];

const bare = (word: string | undefined): string => (word ?? '').replace(/[.,;:!?]+$/, '');

/** The words as espeak is to see them, one for one. */
export function respell(words: readonly string[], language: string): string[] {
  if (!language.startsWith('en')) return [...words];
  return words.map((word, index) => {
    const plain = bare(word);
    const before = words
      .slice(Math.max(0, index - 3), index)
      .map((other) => bare(other))
      .join(' ');
    const after = words
      .slice(index + 1, index + 3)
      .map((other) => bare(other))
      .join(' ');
    const found = english.find(
      (rule) =>
        rule.word.test(plain) &&
        !(rule.notBefore?.test(before) ?? false) &&
        (rule.after?.test(after) ?? true),
    );
    return found === undefined ? word : found.as + word.slice(plain.length);
  });
}
