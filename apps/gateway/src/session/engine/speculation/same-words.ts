/** Letters and digits alone: a final transcript often differs from a partial one in punctuation and case. */
export const bareWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();

/** Readings also differ in where they part a compound; figures that are parted otherwise are others. */
const joined = (text: string): string => bareWords(text).replace(/(?<!\p{N}) | (?!\p{N})/gu, '');

export const sameWords = (a: string, b: string): boolean => joined(a) === joined(b);
