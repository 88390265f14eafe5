import {
  formatUsd,
  isSpent,
  shareOf,
  usesOf,
  type Budget,
  type BudgetUse,
  type KeyBudgets,
  type KeySpending,
  type Measure,
  type Expenses,
} from '@parley/state';

export type BudgetScope = 'session' | 'day' | 'month';

/** One limit of a session or of its key. */
export interface ScopedUse extends BudgetUse {
  readonly scope: BudgetScope;
}

/** @param usual of keys that have no budgets of their own */
export const keyUses = ({ day, month, budgets }: KeySpending, usual: KeyBudgets): ScopedUse[] => {
  const { day: ofDay, month: ofMonth } = budgets ?? usual;
  return [...scoped('day', ofDay, day), ...scoped('month', ofMonth, month)];
};

export const sessionUses = (budget: Budget, spent: Expenses): ScopedUse[] => scoped('session', budget, spent);

const scoped = (scope: BudgetScope, budget: Budget, spent: Expenses): ScopedUse[] =>
  usesOf(budget, spent).map((use) => ({ scope, ...use }));

/** The first that is used up. */
export const spentUse = (uses: readonly ScopedUse[]): ScopedUse | undefined => uses.find(isSpent);

/** Whether a limit in money holds, which what has no price cannot be counted against. */
export const countsMoney = (uses: readonly ScopedUse[]): boolean =>
  uses.some(({ measure }) => measure === 'nanoUsd');

const whose = { session: 'this session', day: 'this key for the day', month: 'this key for the month' };

export const spentMessage = ({ scope, ...use }: ScopedUse): string =>
  `The budget of ${whose[scope]} is used up: ${amount(use.measure, use.used)} of ${amount(use.measure, use.limit)} ${unitNames[use.measure]}.`;

export const unpricedMessage = (models: readonly string[]): string =>
  `This session has a budget in US dollars, and the price of ${models.join(', ')} is not known.`;

const unitNames = { nanoUsd: 'US dollars', tokens: 'tokens' };

/** As decimal text. */
export const amount = (measure: Measure, value: number): string =>
  measure === 'nanoUsd' ? formatUsd(value) : String(value);

/** What a client is told of, once for each limit: that its end is near, and that it is there. */
export class BudgetNews {
  readonly #told = new Set<string>();

  /** @param warnAt share of a limit from which its end is near */
  of(uses: readonly ScopedUse[], warnAt: number): { use: ScopedUse; state: 'warning' | 'exhausted' }[] {
    return uses.flatMap((use) => {
      const state = isSpent(use) ? 'exhausted' : shareOf(use) >= warnAt ? 'warning' : undefined;
      if (state === undefined) return [];
      const name = `${use.scope} ${use.measure} ${state}`;
      if (this.#told.has(name)) return [];
      this.#told.add(name);
      return [{ use, state }];
    });
  }
}
