import { z } from 'zod';

/** A logistic model over named features, as the fitting programs write it. */
export const linearModelSchema = z.strictObject({
  /** Data and licences it was fitted on. */
  source: z.array(z.string()).min(1),
  bias: z.number(),
  weights: z.record(z.string(), z.number()),
});

export type LinearModel = z.output<typeof linearModelSchema>;

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

const surest = 0.001;

/** Log-odds, kept finite. */
export const logit = (p: number): number => {
  const kept = Math.min(1 - surest, Math.max(surest, p));
  return Math.log(kept / (1 - kept));
};

/** Log-odds of features that are there or not. */
export function scoreOf(model: LinearModel, features: readonly string[]): number {
  return features.reduce((sum, name) => sum + (model.weights[name] ?? 0), model.bias);
}
