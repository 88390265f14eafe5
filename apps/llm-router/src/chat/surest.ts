import type { v1 } from '@parley/contracts';

/** What is estimated of a voice. */
export const traits = ['emotion', 'vocalStyle', 'speakingRate', 'age', 'accent', 'pitch'] as const;
export type Trait = (typeof traits)[number];

export interface Surest {
  readonly label: string;
  readonly confidence: number;
  /** Right far more often than not, as the analyser has it. */
  readonly sure: boolean;
}

/** The first label of a trait; undefined: nothing is known. */
export function surest(perception: v1.Perception.$Properties | undefined, trait: Trait): Surest | undefined {
  const estimates: readonly v1.Estimate.$Properties[] = perception?.[trait] ?? [];
  const [best] = estimates.toSorted((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0));
  if (best?.label == null || best.label === 'unknown') return undefined;
  const { label, confidence } = best;
  return { label, confidence: confidence ?? 0, sure: perception?.sure?.includes(trait) ?? false };
}
