import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { StateError } from '../errors';
import { jsonText } from '../json-text';
import type { RedisConnection } from '../redis/connection';
import { script } from '../redis/script';
import { budgetKey, dayOf, spentKey } from '../usage/usage';
import { keyBudgetsSchema, nothingSpent, plus, type KeyBudgets, type Expenses } from './budget';

/** KEYS[1] what was spent in the month, KEYS[2] the budgets. ARGV: day of the month. As a store of usage returns it. */
const read = script(`
  local spent = redis.call('HMGET', KEYS[1], 'nanoUsd', 'tokens', ARGV[1] .. ':nanoUsd', ARGV[1] .. ':tokens')
  spent[5] = redis.call('GET', KEYS[2])
  return spent`);

const put = script(`
  if ARGV[1] == '' then return redis.call('DEL', KEYS[1]) end
  return redis.call('SET', KEYS[1], ARGV[1])`);

const count = z.union([z.null(), z.coerce.number()]).transform((value) => value ?? 0);
const budgets = z.union([z.null(), jsonText.pipe(keyBudgetsSchema)]);
const reply = z.tuple([count, count, count, count, budgets]);

/** What a key has spent over all gateways, and what it may. */
export interface KeySpending {
  readonly day: Expenses;
  readonly month: Expenses;
  /** null: it has none of its own. */
  readonly budgets: KeyBudgets | null;
}

interface Known extends KeySpending {
  /** The UTC day it is of. */
  readonly date: string;
  readonly askedAtMs: number;
}

/** What other gateways let a key spend is known so late, while the key is used here. */
const freshMs = 2_000;
const maxKeys = 20_000;

interface SpendingOptions {
  /** What this gateway has counted and not yet stored. */
  readonly unstored: (keyId: string) => Pick<KeySpending, 'day' | 'month'>;
  readonly nowMs?: () => number;
}

/**
 * The spending of the keys in use: what Redis said last and what this gateway has counted since, so that nobody waits
 * for Redis to know whether a key may go on. While Redis is away each gateway goes by what it knows.
 */
export class Spending {
  readonly #known = new LRUCache<string, Known>({ max: maxKeys });
  readonly #asking = new Map<string, Promise<void>>();
  readonly #unstored: SpendingOptions['unstored'];
  readonly #nowMs: () => number;

  constructor(
    private readonly connection: Pick<RedisConnection, 'run'>,
    { unstored, nowMs = Date.now }: SpendingOptions,
  ) {
    this.#unstored = unstored;
    this.#nowMs = nowMs;
  }

  /** At once, as far as it is known; asks Redis for the rest behind it. */
  of(keyId: string): KeySpending {
    const known = this.#known.get(keyId);
    if (this.#isStale(known)) this.#ask(keyId).catch(() => undefined);
    const { day, month } = this.#unstored(keyId);
    const { date = '', budgets: own = null } = known ?? {};
    const today = dayOf(this.#nowMs());
    const sameDay = date === today ? (known?.day ?? nothingSpent) : nothingSpent;
    const sameMonth = date.slice(0, 7) === today.slice(0, 7) ? (known?.month ?? nothingSpent) : nothingSpent;
    return { day: plus(sameDay, day), month: plus(sameMonth, month), budgets: own };
  }

  /** The same, from Redis where it was not asked lately. Never rejects: while Redis is away it is what is known. */
  async load(keyId: string): Promise<KeySpending> {
    if (this.#isStale(this.#known.get(keyId))) await this.#ask(keyId).catch(() => undefined);
    return this.of(keyId);
  }

  /** What a key may spend, at once; null: it has no budgets of its own, undefined: Redis was not asked lately. */
  freshBudgets(keyId: string): KeyBudgets | null | undefined {
    const known = this.#known.get(keyId);
    return this.#isStale(known) ? undefined : known?.budgets;
  }

  /** Takes in what Redis answered when usage of `day` was stored. */
  told(keyId: string, day: string, answer: unknown): void {
    const nowMs = this.#nowMs();
    if (day !== dayOf(nowMs)) return;
    const { data } = reply.safeParse(answer);
    if (data === undefined) return;
    const [monthUsd, monthTokens, dayUsd, dayTokens, own] = data;
    this.#known.set(keyId, {
      date: day,
      day: { nanoUsd: dayUsd, tokens: dayTokens },
      month: { nanoUsd: monthUsd, tokens: monthTokens },
      budgets: own,
      askedAtMs: nowMs,
    });
  }

  /** null: none of its own. Rejects with StateError `unavailable`. */
  async setBudgets(keyId: string, own: KeyBudgets | null): Promise<void> {
    await this.connection.run(put, [budgetKey(keyId)], [own === null ? '' : JSON.stringify(own)]);
    const known = this.#known.get(keyId);
    if (known !== undefined) this.#known.set(keyId, { ...known, budgets: own });
  }

  /** From Redis. Rejects with StateError `unavailable`. */
  async fetch(keyId: string): Promise<KeySpending> {
    const day = dayOf(this.#nowMs());
    const answer = await this.connection.run(read, [spentKey(keyId, day), budgetKey(keyId)], [day.slice(8)]);
    const { error } = reply.safeParse(answer);
    if (error) throw new StateError('invalid', 'spending is not stored as expected', { cause: error });
    this.told(keyId, day, answer);
    return this.of(keyId);
  }

  #isStale(known: Known | undefined): boolean {
    return known === undefined || this.#nowMs() - known.askedAtMs > freshMs;
  }

  #ask(keyId: string): Promise<void> {
    const asking =
      this.#asking.get(keyId) ??
      this.fetch(keyId)
        .then(() => undefined)
        .finally(() => this.#asking.delete(keyId));
    this.#asking.set(keyId, asking);
    return asking;
  }
}
