import type { ChatMessage } from '../chat/types';
import { turnNote, type TurnFacts } from './turn-note';

/** What a caller is taken to be until something else is heard. */
const nothing: TurnFacts = { persona: '', language: 'en' };

/**
 * Remembers which note stood beside which user message of one conversation, so that a later prompt repeats the
 * earlier one word for word and a cached prefix stays good. A note is given only when the facts changed.
 */
export class NoteLedger {
  readonly #notes = new Map<string, string>();
  #last = nothing;

  /** Adds the notes given earlier and, where the facts of the last user message are new, one for them. */
  annotate(messages: readonly ChatMessage[], facts: TurnFacts): ChatMessage[] {
    const index = messages.findLastIndex((message) => message.role === 'user');
    const last = messages[index];
    if (last !== undefined) {
      const key = keyOf(last, index);
      if (!this.#notes.has(key)) this.#notes.set(key, this.#next(facts));
    }
    const present = new Set(messages.map(keyOf));
    for (const key of this.#notes.keys()) if (!present.has(key)) this.#notes.delete(key);
    return this.recall(messages);
  }

  /** Adds the notes given earlier and nothing new. */
  recall(messages: readonly ChatMessage[]): ChatMessage[] {
    return messages.map((message, index) => {
      const note = message.role === 'user' ? (this.#notes.get(keyOf(message, index)) ?? '') : '';
      return note === '' ? message : { ...message, text: `${message.text}\n${note}` };
    });
  }

  #next(facts: TurnFacts): string {
    const persona = facts.persona === this.#last.persona ? '' : facts.persona;
    const known = facts.language === '' ? this.#last.language : facts.language;
    const language = known === this.#last.language ? '' : known;
    this.#last = { persona: facts.persona, language: known };
    return turnNote({ persona, language });
  }
}

const keyOf = (message: ChatMessage, index: number): string => `${index} ${message.text}`;
