import type { NanoUsd, Usage } from '@parley/state';
import type { UsageLine } from './line';
import type { Prices } from './prices';

export interface BillLine {
  readonly line: UsageLine;
  /** null: the price is not known. */
  readonly nanoUsd: NanoUsd | null;
}

export const priced = (lines: readonly UsageLine[], prices: Prices): BillLine[] =>
  lines.map((line) => ({ line, nanoUsd: prices.costOf(line) }));

/** Of what has a price. */
export const knownCost = (bill: readonly BillLine[]): NanoUsd =>
  bill.reduce((sum, { nanoUsd }) => sum + (nanoUsd ?? 0), 0);

/** Models and engines whose price is not known, each once. */
export const unpricedModels = (bill: readonly BillLine[]): string[] => [
  ...new Set(bill.flatMap(({ line, nanoUsd }) => (nanoUsd === null ? [line.model] : []))),
];

/** How a line counts for its key. */
export function usageOf({ line, nanoUsd }: BillLine): Partial<Usage> {
  const cost = nanoUsd === null ? { unpriced: 1 } : { costNanoUsd: nanoUsd };
  switch (line.service) {
    case 'stt':
      return { transcribedMs: line.audioMs, ...cost };
    case 'tts':
      return { spokenCharacters: line.characters, spokenMs: line.audioMs, ...cost };
    case 'llm': {
      const tokens = line.inputTokens + line.outputTokens;
      if (line.purpose === 'speculation') return { wastedTokens: tokens, ...cost };
      if (line.purpose === 'memory') return { memoryTokens: tokens, ...cost };
      if (line.purpose === 'hedge' || line.purpose === 'retry') return { retriedTokens: tokens, ...cost };
      return {
        inputTokens: line.inputTokens,
        cachedInputTokens: line.cachedInputTokens,
        inputImageTokens: line.imageTokens,
        outputTokens: line.outputTokens,
        ...cost,
      };
    }
  }
}
