import { z } from 'zod';
import type { NanoUsd } from './money';

/** What has been spent: of money as far as prices are known, and of tokens that models read and wrote. */
export interface Expenses {
  readonly nanoUsd: NanoUsd;
  readonly tokens: number;
}

export const nothingSpent: Expenses = { nanoUsd: 0, tokens: 0 };

export const plus = (a: Expenses, b: Expenses): Expenses => ({
  nanoUsd: a.nanoUsd + b.nanoUsd,
  tokens: a.tokens + b.tokens,
});

const amount = z.int().min(0).nullable();

/** How much may be spent; null = without a limit. */
export const budgetSchema = z.object({ nanoUsd: amount, tokens: amount });
export type Budget = z.output<typeof budgetSchema>;

export const isLimited = ({ nanoUsd, tokens }: Budget): boolean => nanoUsd !== null || tokens !== null;

export const noBudget: Budget = { nanoUsd: null, tokens: null };

/** Of a key, by UTC day and calendar month. */
export const keyBudgetsSchema = z.object({ day: budgetSchema, month: budgetSchema });
export type KeyBudgets = z.output<typeof keyBudgetsSchema>;

export const measures = ['nanoUsd', 'tokens'] as const;
export type Measure = (typeof measures)[number];

/** One limit, and how much of it is gone. */
export interface BudgetUse {
  readonly measure: Measure;
  readonly limit: number;
  readonly used: number;
}

export const isSpent = ({ used, limit }: BudgetUse): boolean => used >= limit;

/** Of the limit, not above 1; a limit of nothing is spent from the beginning. */
export const shareOf = ({ used, limit }: BudgetUse): number => (used >= limit ? 1 : used / limit);

/** The limits of a budget, the one that is nearest to its end first. */
export function usesOf(budget: Budget, spent: Expenses): BudgetUse[] {
  if (!isLimited(budget)) return [];
  return measures
    .flatMap((measure) => {
      const limit = budget[measure];
      return limit === null ? [] : [{ measure, limit, used: spent[measure] }];
    })
    .toSorted((a, b) => shareOf(b) - shareOf(a));
}

/** Both hold: of each limit the lower one. */
export const tighter = (a: Budget, b: Budget): Budget => ({
  nanoUsd: lower(a.nanoUsd, b.nanoUsd),
  tokens: lower(a.tokens, b.tokens),
});

const lower = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);
