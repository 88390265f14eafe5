import type { Evidence } from './estimator';
import { features } from './estimators';
import { endModels } from './load-models';

/** The numbers that the fused estimator sees, for logs and for fitting. */
export function fusedInputs(evidence: Evidence): Readonly<Record<string, number>> {
  const values = features(evidence, endModels().endings);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Math.round(value * 1000) / 1000]),
  );
}
