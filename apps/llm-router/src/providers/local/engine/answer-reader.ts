/** What one more piece of an answer amounts to. */
export interface Reading {
  /** Text that can be said now. */
  readonly text: string;
  /** A tool call begins here. */
  readonly call: boolean;
}

const marker = '<tool_call>';
/** Small models leave the tag out and begin with the object itself. */
const bareMarker = '{"name"';

/**
 * Tells an answer's words from the tool calls in it. Text that may yet turn out to be the start of a call is
 * held back; blanks at the start and the end of the answer are dropped.
 */
export class AnswerReader {
  #held = '';
  #started: boolean;

  /** @param started it goes on with words that were said: a blank at its start is theirs */
  constructor(
    private readonly tools: boolean,
    started = false,
  ) {
    this.#started = started;
  }

  push(piece: string): Reading {
    this.#held += piece;
    if (!this.#started) this.#held = this.#held.trimStart();
    if (this.tools) {
      const at = this.#held.indexOf(marker);
      if (at >= 0) return { text: this.#say(this.#held.slice(0, at).trimEnd(), ''), call: true };
      if (!this.#started && compact(this.#held).startsWith(bareMarker)) return { text: '', call: true };
    }
    const sayable = this.#sayable();
    return { text: this.#say(this.#held.slice(0, sayable), this.#held.slice(sayable)), call: false };
  }

  /** What is left when the answer is over. */
  finish(): string {
    return this.#say(this.#held.trimEnd(), '');
  }

  #say(text: string, held: string): string {
    this.#held = held;
    this.#started ||= text !== '';
    return text;
  }

  /** Characters from the start that can be said whatever comes next. */
  #sayable(): number {
    const held = this.#held;
    if (this.tools && !this.#started && bareMarker.startsWith(compact(held))) return 0;
    const trimmed = held.trimEnd();
    if (!this.tools) return trimmed.length;
    for (let length = Math.min(marker.length - 1, trimmed.length); length > 0; length -= 1) {
      if (marker.startsWith(trimmed.slice(-length))) return trimmed.slice(0, -length).trimEnd().length;
    }
    return trimmed.length;
  }
}

const compact = (text: string): string => text.slice(0, 32).replaceAll(/\s/g, '');
