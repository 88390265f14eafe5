import type { v1 } from '@parley/contracts';
import { surest, type Trait } from '../chat/surest';

interface Phrase {
  readonly trait: Trait;
  /** Labels that say nothing worth a word. */
  readonly silent: readonly string[];
  readonly phrase: (label: string) => string;
}

const rates: Readonly<Record<string, string>> = { fast: 'quickly', slow: 'slowly' };
const rate = (label: string): string => rates[label] ?? label;
const article = (label: string): string => `${/^[aeiou]/i.test(label) ? 'an' : 'a'} ${label} person`;

const phrases: readonly Phrase[] = [
  { trait: 'emotion', silent: ['neutral', 'calm'], phrase: (label) => `sounds ${label}` },
  { trait: 'vocalStyle', silent: ['normal', 'neutral'], phrase: (label) => `speaks in a ${label} voice` },
  { trait: 'speakingRate', silent: ['normal', 'medium'], phrase: (label) => `speaks ${rate(label)}` },
  { trait: 'age', silent: ['adult'], phrase: (label) => `sounds like ${article(label)}` },
  { trait: 'accent', silent: [], phrase: (label) => `has a ${label} accent` },
];

/** What the caller's voice surely tells, in one short clause ("sounds upset, speaks quickly"); empty when nothing. */
export function personaNote(perception: v1.Perception.$Properties | undefined): string {
  return phrases
    .flatMap(({ trait, silent, phrase }) => {
      const best = surest(perception, trait);
      if (best?.sure !== true) return [];
      const label = best.label.replaceAll('_', ' ');
      return silent.includes(label) || !/^[\p{L} -]{1,32}$/u.test(label) ? [] : [phrase(label)];
    })
    .join(', ');
}
