export type Detokenize<Token> = (tokens: readonly Token[], before: readonly Token[]) => string;

/** Text of tokens as they come; a character that spans tokens is held until it is whole. */
export class TokenText<Token> {
  #pending: Token[] = [];
  #before: Token[] = [];

  constructor(private readonly detokenize: Detokenize<Token>) {}

  push(token: Token): string {
    this.#pending.push(token);
    const text = this.detokenize(this.#pending, this.#before);
    if (text.endsWith('\uFFFD') && this.#pending.length < maxHeldTokens) return '';
    this.#before = [...this.#before, ...this.#pending].slice(-contextTokens);
    this.#pending = [];
    return text;
  }
}

/** A character of UTF-8 has four bytes at the most, each a token at worst. */
const maxHeldTokens = 4;
/** Tokens before a token that may change how it is written (leading blanks). */
const contextTokens = 4;
