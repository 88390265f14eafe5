import type { v1 } from '@parley/contracts';
import type { ModelUse, ModelUsage } from './line';
import { tokenPrice } from './price';

/** As llm-router tells of the requests of an answer. */
export const toModelUses = (attempts: readonly v1.Attempt.$Properties[] | null | undefined): ModelUse[] =>
  (attempts ?? []).map(({ provider, model, status, hedge, usage, price }) => ({
    model: `${provider ?? ''}/${model ?? ''}`,
    status: status ?? '',
    hedge: hedge ?? false,
    usage: usage == null ? null : toUsage(usage),
    price:
      price == null
        ? null
        : tokenPrice({
            input: price.input ?? 0,
            cachedInput: price.cachedInput ?? 0,
            output: price.output ?? 0,
          }),
  }));

const toUsage = (usage: v1.TokenUsage.$Properties): ModelUsage => ({
  inputTokens: usage.inputTokens ?? 0,
  cachedInputTokens: usage.cachedInputTokens ?? 0,
  imageTokens: usage.imageTokens ?? 0,
  outputTokens: usage.outputTokens ?? 0,
  estimated: usage.estimated ?? false,
});
