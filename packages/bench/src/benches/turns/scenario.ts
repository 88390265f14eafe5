/** Audio with what is known of it. Times are ms from its start. */
export interface Scenario {
  readonly id: string;
  readonly kind:
    | 'whole'
    | 'clause_inner'
    | 'clause_end'
    | 'noise'
    | 'noise_inner'
    | 'digits'
    | 'other_language'
    /** One word is all that is said. */
    | 'word'
    /** Over the assistant. */
    | 'interruption'
    | 'sound'
    | 'cough'
    | 'assent';
  /** The utterance it is made of. */
  readonly clip: string;
  /** 16 kHz. */
  readonly pcm: Int16Array;
  /** ISO-639-1. */
  readonly language: string;
  /** Where the speaker is truly done; undefined = the scenario ends in a pause. */
  readonly speechEndMs: number | undefined;
  /** Before this nobody is done: a turn that ends earlier was cut. */
  readonly notBeforeMs: number;
  /** Speech begins. */
  readonly speechStartMs: number;
  /**
   * Of scenarios that end in a pause: where it begins. What is decided in a pause does not depend on when it ends, so
   * one pause, the longest, tells of every shorter one.
   */
  readonly pauseStartMs?: number;
  readonly expected?: readonly 'phone'[];
  /** The assistant is heard meanwhile. */
  readonly over?: boolean;
  /** What the recogniser is said to hear. */
  readonly transcript?: string;
}
