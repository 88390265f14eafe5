import type { v1 } from '@parley/contracts';

type Estimates = readonly v1.Estimate.$Properties[] | null | undefined;

interface Trait {
  readonly estimates: (perception: v1.Perception.$Properties) => Estimates;
  /** Labels that say nothing worth a word. */
  readonly silent: readonly string[];
  readonly phrase: (label: string) => string;
}

const traits: readonly Trait[] = [
  { estimates: (p) => p.emotion, silent: ['neutral', 'calm'], phrase: (label) => `sounds ${label}` },
  {
    estimates: (p) => p.vocalStyle,
    silent: ['normal', 'neutral'],
    phrase: (label) => `speaks in a ${label} voice`,
  },
  {
    estimates: (p) => p.speakingRate,
    silent: ['normal', 'medium'],
    phrase: (label) => `speaks ${rate(label)}`,
  },
  { estimates: (p) => p.age, silent: ['adult'], phrase: (label) => `sounds like ${article(label)}` },
  { estimates: (p) => p.accent, silent: [], phrase: (label) => `has a ${label} accent` },
];

const rates: Readonly<Record<string, string>> = { fast: 'quickly', slow: 'slowly' };
const rate = (label: string): string => rates[label] ?? label;
const article = (label: string): string => `${/^[aeiou]/i.test(label) ? 'an' : 'a'} ${label} person`;

/** Below this the estimate is not worth acting on. */
const personaConfidence = 0.6;

/** What the caller's voice tells, in one short clause ("sounds upset, speaks quickly"); empty when nothing. */
export function personaNote(
  perception: v1.Perception.$Properties | undefined,
  threshold = personaConfidence,
): string {
  if (perception === undefined) return '';
  return traits
    .flatMap(({ estimates, silent, phrase }) => {
      const label = best(estimates(perception), threshold);
      return label === undefined || silent.includes(label) ? [] : [phrase(label)];
    })
    .join(', ');
}

function best(estimates: Estimates, threshold: number): string | undefined {
  const [first] = (estimates ?? []).toSorted((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0));
  if (first === undefined || (first.confidence ?? 0) < threshold) return undefined;
  const label = (first.label ?? '').replaceAll('_', ' ');
  return label === 'unknown' || !/^[\p{L} -]{1,32}$/u.test(label) ? undefined : label;
}
