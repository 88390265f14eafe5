import { isLimited, noBudget, type KeyBudgets, type Spending, type Usage } from '@parley/state';
import { priced, usageOf, type BillLine } from './bill';
import type { UsageLine } from './line';
import { Prices } from './prices';
import { readPrices } from './prices-file';
import { keyUses, spentMessage, spentUse, type ScopedUse } from './standing';
import type { UsageMetrics } from './usage-metrics';

/** The part of AccessState that takes down what is used. */
export interface MeterState {
  readonly usage: { add(keyId: string, usage: Partial<Usage>, model?: string): void };
  readonly spending: Pick<Spending, 'of' | 'load' | 'freshBudgets'>;
}

export interface MeteringOptions {
  readonly prices: Prices;
  /** Of keys that have no budgets of their own. */
  readonly budgets: KeyBudgets;
  readonly metrics?: UsageMetrics;
}

export const noMetering = (): MeteringOptions => ({
  prices: new Prices(readPrices(undefined)),
  budgets: { day: noBudget, month: noBudget },
});

/** Takes down what is used with one key, and knows what is left of its budgets. */
export class KeyMeter {
  constructor(
    readonly keyId: string,
    private readonly state: MeterState,
    private readonly options: MeteringOptions,
  ) {}

  add(usage: Partial<Usage>, model?: string): void {
    this.state.usage.add(this.keyId, usage, model);
  }

  /** Each line once. */
  charge(lines: readonly UsageLine[]): BillLine[] {
    const bill = priced(lines, this.options.prices);
    for (const entry of bill) this.add(usageOf(entry), entry.line.model);
    this.options.metrics?.charged(this.keyId, bill);
    return bill;
  }

  /** The limits of the key as far as they are known here, at once. */
  uses(): ScopedUse[] {
    return keyUses(this.state.spending.of(this.keyId), this.options.budgets);
  }

  /** Whether it is known at once that the key may use more; false: `refusal` says. */
  get mayUse(): boolean {
    const own = this.state.spending.freshBudgets(this.keyId);
    if (own === undefined) return false;
    const { day, month } = own ?? this.options.budgets;
    return (!isLimited(day) && !isLimited(month)) || spentUse(this.uses()) === undefined;
  }

  /** Why the key may use nothing more; undefined: it may. */
  async refusal(): Promise<string | undefined> {
    const uses = keyUses(await this.state.spending.load(this.keyId), this.options.budgets);
    const spent = spentUse(uses);
    return spent && spentMessage(spent);
  }
}
