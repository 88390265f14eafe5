import type { ModelEntry } from '../catalogue/entry';
import type { Measured } from './measures';
import type { Score } from './scores';
import { isAscending, type ModelSelection, type SortMetric } from './selection';

/** What models can be sorted by, as far as it is known. */
export interface ModelFacts {
  readonly name: string;
  readonly price: ModelEntry['price'];
  readonly measured: Measured;
  readonly scores: Score;
}

/** A model that was not measured yet counts as a good one, so that it is tried and measured. */
const untried = { latencyMs: 400, tokensPerSecond: 150 };
/** Smaller differences are noise, and the next metric decides. */
const step = { latencyMs: 50, tokensPerSecond: 10 };

/** Input is read over and over in a conversation: it weighs three times the output. */
const blend = { input: 3, output: 1 };

function valueOf({ price, measured, scores }: ModelFacts, metric: SortMetric): number | undefined {
  switch (metric) {
    case 'price':
      return price === null
        ? undefined
        : (price.input * blend.input + price.output * blend.output) / (blend.input + blend.output);
    case 'latency':
      return Math.round((measured.firstTokenMs ?? untried.latencyMs) / step.latencyMs);
    case 'throughput':
      return Math.round((measured.tokensPerSecond ?? untried.tokensPerSecond) / step.tokensPerSecond);
    default:
      return scores[metric];
  }
}

/** By the first metric, then by the next where it does not tell; models of which it is not known come last. */
export function sortModels<Model extends ModelFacts>(
  models: readonly Model[],
  sort: ModelSelection['sort'],
): Model[] {
  return models.toSorted((a, b) => {
    for (const { metric, direction } of sort) {
      const [left, right] = [valueOf(a, metric), valueOf(b, metric)];
      if (left === right) continue;
      if (left === undefined) return 1;
      if (right === undefined) return -1;
      const ascending = direction === undefined ? isAscending(metric) : direction === 'asc';
      return ascending ? left - right : right - left;
    }
    return 0;
  });
}
