const blank = /\s/u;
const word = /[\p{L}\p{N}\p{M}'’]/u;

/** Scripts written without spaces: there any position is a word boundary for our purpose. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const isWordUnit = (text: string, at: number): boolean => {
  const point = text.codePointAt(at);
  if (point === undefined) return false;
  const char = String.fromCodePoint(point);
  return word.test(char) && !unspaced.test(char);
};

const insidePair = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 0;
};

/** The last word boundary at or before `at`: a word cut by `at` is left out. */
export function boundaryBefore(text: string, at: number): number {
  let end = Math.min(at, text.length);
  if (insidePair(text, end)) end -= 1;
  if (end < text.length && isWordUnit(text, end)) {
    while (end > 0 && isWordUnit(text, end - 1)) end -= 1;
  }
  return end;
}

/** The start of the first word at or after `at`: a word cut by `at` is left out. */
export function nextWordStart(text: string, at: number): number {
  let start = Math.min(at, text.length);
  if (insidePair(text, start)) start += 1;
  if (start > 0 && isWordUnit(text, start - 1)) {
    while (start < text.length && isWordUnit(text, start)) start += 1;
  }
  while (start < text.length && !isWordUnit(text, start) && !isUnspaced(text, start)) start += 1;
  return start;
}

function isUnspaced(text: string, at: number): boolean {
  const point = text.codePointAt(at);
  return point !== undefined && unspaced.test(String.fromCodePoint(point));
}

/** `end` moved over the punctuation that belongs to the word before it, up to the next blank or word. */
export function afterPunctuation(text: string, end: number): number {
  let at = end;
  while (at < text.length && !blank.test(text.charAt(at)) && !isWordUnit(text, at) && !isUnspaced(text, at)) {
    at += 1;
  }
  return at;
}
