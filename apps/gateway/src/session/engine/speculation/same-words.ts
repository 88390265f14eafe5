/** Letters and digits alone: a final transcript often differs from a partial one in punctuation and case. */
export const bareWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();

export const sameWords = (a: string, b: string): boolean => bareWords(a) === bareWords(b);
