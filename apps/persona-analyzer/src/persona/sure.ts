import type { Estimate } from './traits';
import type { Traits } from './types';

/** When the first label of a trait may be acted on. */
export interface SureRule {
  /** It has at least so much confidence. */
  readonly confidence: number;
  /** The next one has less by at least this share of it: 0.4 = three fifths at the most. */
  readonly margin: number;
}

/** null: never. */
export type SureRules = Readonly<Record<keyof Traits, SureRule | null>>;

/** Where each is measured to be right: docs/persona.md. */
export const measuredRules: SureRules = {
  emotion: { confidence: 0.1, margin: 0.4 },
  vocalStyle: { confidence: 0.05, margin: 0.4 },
  speakingRate: { confidence: 0.7, margin: 0 },
  pitch: { confidence: 0.6, margin: 0 },
  age: null,
  accent: null,
};

export const traitNames = ['emotion', 'vocalStyle', 'speakingRate', 'pitch', 'age', 'accent'] as const;

export const sureTraits = (traits: Traits, rules: SureRules): (keyof Traits)[] =>
  traitNames.filter((name) => isSure(traits[name], rules[name]));

function isSure([first, second]: readonly Estimate[], rule: SureRule | null): boolean {
  if (first === undefined || rule === null || first.confidence < rule.confidence) return false;
  const next = second?.confidence ?? 0;
  return first.confidence > 0 && first.confidence - next >= rule.margin * first.confidence;
}
