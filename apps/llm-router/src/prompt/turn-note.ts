import { fillTemplate, ownWords, type Templates } from './templates';

const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** The English name of an ISO-639 code; undefined for one that has none. */
export const languageName = (code: string): string | undefined =>
  code === '' ? undefined : english.of(code);

/** What is known of one turn beside its words. */
export interface TurnFacts {
  /** A clause from `personaNote`; empty = nothing. */
  readonly persona: string;
  /** ISO-639-1; empty = unknown. */
  readonly language: string;
}

/** The facts as one line for the model; empty when there is nothing to say. */
export function turnNote({ persona, language }: TurnFacts, templates: Templates): string {
  const name = languageName(language);
  const parts = [
    persona === '' ? '' : fillTemplate(templates['persona'] ?? ownWords.persona, { persona }),
    name === undefined ? '' : fillTemplate(templates['language'] ?? ownWords.language, { language: name }),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `[${parts.join(' ')}]`;
}
