/** A repeat shorter than this may be chance. */
const minRepeatChars = 12;

/** Scripts that put blanks between words. */
const spaced =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{N}]/u;

/**
 * Joins a continuation to what was said: models that are told to go on often begin with the last words or with
 * the whole answer once more. That is held back as long as it may be such a repeat, and then dropped.
 */
export class Splice {
  /** The first half of a character whose other half comes with the next delta. */
  #half = '';
  #held = '';
  #settled: boolean;
  readonly #starts: readonly number[];

  constructor(private readonly said: string) {
    this.#settled = said.trim() === '';
    this.#starts = this.#settled ? [] : wordStarts(said);
  }

  /** What may be said of the continuation now; possibly nothing yet. */
  text(delta: string): string {
    const text = this.#whole(delta);
    if (this.#settled) return text;
    this.#held += text;
    return this.#mayBeRepeat() ? '' : this.#settle();
  }

  /** No more text comes: what is held is either a repeat or new. */
  end(): string {
    const text = this.#half.toWellFormed();
    this.#half = '';
    if (this.#settled) return text;
    this.#held += text;
    return this.#settle();
  }

  /** Providers cut a text wherever they like, and half a character can be told to nobody. */
  #whole(delta: string): string {
    const text = this.#half + delta;
    this.#half = isFirstHalf(text.charCodeAt(text.length - 1)) ? text.slice(-1) : '';
    return text.slice(0, text.length - this.#half.length).toWellFormed();
  }

  #mayBeRepeat(): boolean {
    const text = this.#held.trimStart();
    return text === '' || this.#starts.some((start) => this.said.startsWith(text, start));
  }

  #settle(): string {
    this.#settled = true;
    const text = this.#held.trimStart();
    const repeated = repeatedChars(this.said, text, this.#starts);
    if (repeated > 0) return joined(this.said, text.slice(repeated));
    return text === '' ? '' : joined(this.said, this.#held);
  }
}

const isFirstHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** How many characters at the start of `text` were said already. */
function repeatedChars(said: string, text: string, starts: readonly number[]): number {
  const tails = starts.map((start) => said.slice(start).trimEnd());
  const tail = tails.find((one) => text.startsWith(one)) ?? '';
  if (tail.length >= minRepeatChars || (tail !== '' && tail === said.trim())) return tail.length;
  const told = text.trimEnd();
  if (told.length >= minRepeatChars && said.includes(told)) return text.length;
  const again = commonWords(said.trimStart(), text);
  return again >= minRepeatChars ? again : 0;
}

const wordStarts = (text: string): number[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}\p{P}\p{S}]/gu)].map(({ index }) => index);

/** The length of the words that both begin with. */
function commonWords(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1;
  return Math.max(0, ...wordStarts(b).filter((start) => start <= length));
}

/** With a blank where two words would run into each other. */
function joined(said: string, text: string): string {
  const touching = spaced.test(said.at(-1) ?? '') && spaced.test(text.at(0) ?? '');
  return touching ? ` ${text}` : text;
}
