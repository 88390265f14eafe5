import { integer, z } from '@parley/config';
import { parseUsd, type Budget, type KeyBudgets } from '@parley/state';

const usd = z
  .string()
  .refine((text) => parseUsd(text) !== undefined, 'must be US dollars as a decimal, such as 12.50')
  .transform((text) => parseUsd(text) ?? 0)
  .optional();
const tokens = integer(0, 1_000_000_000_000).optional();

/** Of every service with a door. */
export const meteringEnvironment = {
  /** A YAML or JSON file of prices, which go before those of the catalogue. */
  PARLEY_PRICES_FILE: z.string().min(1).optional(),
  /** What may be spent with a key that has no budgets of its own, by UTC day and month; unset = no limit. */
  PARLEY_KEY_BUDGET_DAY_USD: usd,
  PARLEY_KEY_BUDGET_DAY_TOKENS: tokens,
  PARLEY_KEY_BUDGET_MONTH_USD: usd,
  PARLEY_KEY_BUDGET_MONTH_TOKENS: tokens,
};

/** Of services with sessions. */
export const sessionBudgetEnvironment = {
  /** What one session may spend; unset = no limit. */
  PARLEY_SESSION_BUDGET_USD: usd,
  PARLEY_SESSION_BUDGET_TOKENS: tokens,
  /** Of a budget, from which clients that asked for extensions are warned. */
  PARLEY_BUDGET_WARN_PERCENT: integer(1, 100).prefault('80'),
  /** Whether a session with a budget in money goes on when it has used what has no known price. */
  PARLEY_BUDGET_UNPRICED: z.enum(['refuse', 'allow']).default('refuse'),
};

const meteringSchema = z.object(meteringEnvironment);
export type MeteringConfig = z.output<typeof meteringSchema>;

const budget = (nanoUsd: number | undefined, tokenCount: number | undefined): Budget => ({
  nanoUsd: nanoUsd ?? null,
  tokens: tokenCount ?? null,
});

export const usualBudgets = (config: MeteringConfig): KeyBudgets => ({
  day: budget(config.PARLEY_KEY_BUDGET_DAY_USD, config.PARLEY_KEY_BUDGET_DAY_TOKENS),
  month: budget(config.PARLEY_KEY_BUDGET_MONTH_USD, config.PARLEY_KEY_BUDGET_MONTH_TOKENS),
});

const sessionSchema = z.object(sessionBudgetEnvironment);

/** What a session may spend, whatever its client asks for. */
export interface SessionLimits {
  readonly budget: Budget;
  /** Share of a budget from which a client is warned. */
  readonly warnAt: number;
  /** Money cannot be counted for what has no price: such sessions end if they have a budget in money. */
  readonly refuseUnpriced: boolean;
}

export const sessionLimits = (config: z.output<typeof sessionSchema>): SessionLimits => ({
  budget: budget(config.PARLEY_SESSION_BUDGET_USD, config.PARLEY_SESSION_BUDGET_TOKENS),
  warnAt: config.PARLEY_BUDGET_WARN_PERCENT / 100,
  refuseUnpriced: config.PARLEY_BUDGET_UNPRICED === 'refuse',
});
