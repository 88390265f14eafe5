import type { ChatMessage } from '../chat/types';
import { overlap } from './overlap';
import type { Templates } from './templates';
import { turnNote, type TurnFacts } from './turn-note';

/** What a caller is taken to be until something else is heard. */
const nothing: TurnFacts = { persona: '', language: 'en' };

interface Note {
  readonly text: string;
  /** The facts that changed with it. */
  readonly changed: Partial<TurnFacts>;
}

/**
 * Remembers which note stood beside which user message of one conversation, so that a later prompt repeats the
 * earlier one word for word and a cached prefix stays good. A note is given only when the facts changed, and again
 * when the one that said them is no longer there.
 */
export class NoteLedger {
  /** By the number of the message, in rising order; messages that the conversation lost count too. */
  readonly #notes = new Map<number, Note>();
  /** The messages of last time, and the number of the first. */
  #seen: readonly string[] = [];
  #first = 0;

  /** Adds the notes given earlier and, where the facts of the last user message are new, one for them. */
  annotate(messages: readonly ChatMessage[], facts: TurnFacts, templates: Templates = {}): ChatMessage[] {
    this.#align(messages.map(keyOf));
    const index = messages.findLastIndex((message) => message.role === 'user');
    const number = this.#first + index;
    if (index >= 0 && !this.#notes.has(number)) this.#notes.set(number, this.#next(facts, templates));
    return this.recall(messages);
  }

  /** Adds the notes given earlier and nothing new. */
  recall(messages: readonly ChatMessage[]): ChatMessage[] {
    const first = this.#first + lostOf(this.#seen, messages.map(keyOf));
    return messages.map((message, index) => {
      const note = message.role === 'user' ? (this.#notes.get(first + index)?.text ?? '') : '';
      return note === '' ? message : { ...message, text: `${message.text}\n${note}` };
    });
  }

  /** So many messages at the beginning are no longer told to the model. */
  cut(count: number): void {
    this.#forget((number) => number < this.#first + count);
  }

  /** Finds the conversation again that lost its beginning, or whose end was another, since last time. */
  #align(keys: readonly string[]): void {
    const lost = lostOf(this.#seen, keys);
    const kept = this.#seen.slice(lost);
    const same = kept.findIndex((key, index) => key !== keys[index]);
    this.#first += lost;
    this.#seen = keys;
    const end = this.#first + (same < 0 ? kept.length : same);
    this.#forget((number) => number < this.#first || number >= end);
  }

  #forget(gone: (number: number) => boolean): void {
    for (const number of this.#notes.keys()) if (gone(number)) this.#notes.delete(number);
  }

  #next({ persona, language }: TurnFacts, templates: Templates): Note {
    let last = nothing;
    for (const note of this.#notes.values()) last = { ...last, ...note.changed };
    const changed: Partial<TurnFacts> = {
      ...(persona === last.persona ? {} : { persona }),
      ...(language === '' || language === last.language ? {} : { language }),
    };
    return { text: turnNote({ persona: '', language: '', ...changed }, templates), changed };
  }
}

/** How many messages a conversation lost at its beginning. Its last one may have changed: its turn was not over. */
function lostOf(before: readonly string[], now: readonly string[]): number {
  const kept = before.slice(0, -1);
  return kept.length - overlap(kept, now);
}

const keyOf = (message: ChatMessage): string => `${message.role} ${message.text}`;
