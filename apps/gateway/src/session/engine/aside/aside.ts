import type { Wait } from '../filler/state';

/** Something short written or said beside the conversation: no item of it, and no answer. */
export type Aside =
  /** A small model finds words that somebody else says. */
  | { readonly kind: 'words'; readonly of: 'filler' | 'backchannel' }
  | {
      readonly kind: 'filler';
      /** What is awaited. */
      readonly of: Wait['of'];
      /** The message of the answer that it is heard ahead of; null: it is a response of its own, out of band. */
      readonly into: Carrier | null;
      /** It is no phrase, but what a model wrote. */
      readonly written: boolean;
    }
  /** Words that will be wanted at once are said to nobody, so that the voice has them ready. */
  | {
      readonly kind: 'rehearsal';
      /** By which it is known that they are ready. */
      readonly name: string;
    }
  /** A word of attention while the user speaks. */
  | {
      readonly kind: 'backchannel';
      readonly id: string;
      readonly gain: number;
      /** As in a filler. */
      readonly written: boolean;
    };

export interface Carrier {
  readonly responseId: string;
  readonly itemId: string;
  readonly outputIndex: number;
}

/** An aside that is over. */
export interface Settled {
  readonly id: string;
  readonly aside: Aside;
  /** What was written; empty: nothing. */
  readonly text: string;
  readonly heardMs: number;
  readonly status: 'completed' | 'cancelled' | 'failed';
}

/** What it says is said again and again, to whomever: it is no caller's own. */
export const isPhrase = (aside: Aside): boolean =>
  aside.kind === 'rehearsal' || (aside.kind !== 'words' && !aside.written);

/** The client is not told of it as of a response. */
export const isHidden = (aside: Aside | null): boolean =>
  aside !== null && !(aside.kind === 'filler' && aside.into === null);
