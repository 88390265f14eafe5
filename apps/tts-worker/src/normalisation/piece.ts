/** A pause after a piece, as the mark that engines know. */
export type Pause = '' | ',' | ';' | ':' | '.' | '!' | '?';

/**
 * A stretch of written text and what is said for it. Positions count UTF-16 units of the text that was given.
 * `words` may carry marks of their own ("five five five, one two").
 */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
  readonly pause: Pause;
  /** Written without space after the piece before (Chinese, Japanese, Thai). */
  readonly glued: boolean;
}

/** What a rule says: the written parts of its match in their order, each with its spoken text. */
export type Saying = readonly (readonly [written: string, spoken: string])[];

/** One thing that is not read letter by letter. */
export interface Rule {
  readonly name: string;
  /** Sticky (`y`) and unicode (`u`): tried at the start of each token. */
  readonly pattern: RegExp;
  /** Undefined = not this after all. An empty saying: the match is not spoken. */
  say(match: RegExpExecArray): Saying | undefined;
  /** The full stop at the end of the match ends the sentence too: when nothing follows, or also before a capital. */
  readonly mayEndSentence?: 'at-end' | 'before-capital';
  /** A pause after it, whatever follows. */
  readonly pause?: Pause;
}

/** Says the whole match as one piece. */
export const whole = (match: RegExpExecArray, spoken: string): Saying => [[match[0], spoken]];
