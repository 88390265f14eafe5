import { randomUUID } from 'node:crypto';
import { nothingSpent, plus, type Expenses } from '../budget/budget';
import type { RedisConnection } from '../redis/connection';
import { script } from '../redis/script';
import { budgetKey, dayMs, dayOf, spentKey, usageKey, usersKey, type Usage } from './usage';
import { UsageTally } from './usage-tally';

/**
 * KEYS[1] the counts, KEYS[2] the last number of each writer, KEYS[3] what was spent in the month, KEYS[4] the budgets.
 * ARGV: writer, number, retainMs, day of the month, money, tokens, then field and increment. One that is sent twice
 * counts once. Returns what was spent in the month and on the day, and the budgets.
 */
const add = script(`
  if tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or 0) < tonumber(ARGV[2]) then
    redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
    for i = 7, #ARGV, 2 do redis.call('HINCRBY', KEYS[1], ARGV[i], ARGV[i + 1]) end
    redis.call('PEXPIRE', KEYS[1], ARGV[3])
    redis.call('PEXPIRE', KEYS[2], ARGV[3])
    if ARGV[5] ~= '0' or ARGV[6] ~= '0' then
      redis.call('HINCRBY', KEYS[3], 'nanoUsd', ARGV[5])
      redis.call('HINCRBY', KEYS[3], 'tokens', ARGV[6])
      redis.call('HINCRBY', KEYS[3], ARGV[4] .. ':nanoUsd', ARGV[5])
      redis.call('HINCRBY', KEYS[3], ARGV[4] .. ':tokens', ARGV[6])
      redis.call('PEXPIRE', KEYS[3], ARGV[3])
    end
  end
  local spent = redis.call('HMGET', KEYS[3], 'nanoUsd', 'tokens', ARGV[4] .. ':nanoUsd', ARGV[4] .. ':tokens')
  spent[5] = redis.call('GET', KEYS[4])
  return spent`);

/** KEYS[1] the keys that have used something on a day. ARGV: the key, retainMs. */
const list = script(`
  redis.call('SADD', KEYS[1], ARGV[1])
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  return 1`);

export interface UsageRecorderOptions {
  readonly flushMs?: number;
  /** Keys and days that may wait to be stored. */
  readonly maxTallies?: number;
  readonly nowMs?: () => number;
  /** What Redis says of a key's spending, whenever something of the key was stored. */
  readonly onSpent?: (keyId: string, day: string, reply: unknown) => void;
}

const retainMs = 400 * dayMs;
/** What is spent is stored well before the rest: budgets go by it. */
const spentFlushMs = 250;

/**
 * Adds up what each key uses and writes it to Redis every few seconds: a gateway that is killed loses at most that.
 * While Redis is away it goes on adding up; beyond `maxTallies` what is new is dropped and counted.
 */
export class UsageRecorder {
  readonly #writer = randomUUID();
  readonly #timer: NodeJS.Timeout;
  readonly #maxTallies: number;
  readonly #nowMs: () => number;
  readonly #onSpent: UsageRecorderOptions['onSpent'];
  /** Of this day, by key. */
  #today = new Map<string, UsageTally>();
  #day = '';
  #dayEndsMs = 0;
  /** Of days before, until they are stored. */
  #before: UsageTally[] = [];
  #flushing: Promise<void> | undefined;
  readonly #spending = new Set<UsageTally>();
  #spentTimer: NodeJS.Timeout | undefined;
  readonly #storing = new WeakMap<UsageTally, Promise<void>>();
  /** Times something could not be counted, as too much waited. */
  dropped = 0;

  constructor(
    private readonly connection: Pick<RedisConnection, 'run'>,
    { flushMs = 5_000, maxTallies = 20_000, nowMs = Date.now, onSpent }: UsageRecorderOptions = {},
  ) {
    this.#maxTallies = maxTallies;
    this.#nowMs = nowMs;
    this.#onSpent = onSpent;
    this.#timer = setInterval(() => void this.flush(), flushMs).unref();
  }

  get waiting(): number {
    return this.#today.size + this.#before.length;
  }

  /** `model`: the model or engine it belongs to, if it does. Called for every frame of audio: cheap. */
  add(keyId: string, usage: Partial<Usage>, model = ''): void {
    const tally = this.#tallyOf(keyId);
    if (tally === undefined) return;
    tally.add(usage, model);
    if (usage.costNanoUsd === undefined && usage.inputTokens === undefined) return;
    this.#spending.add(tally);
    this.#spentTimer ??= setTimeout(() => this.#flushSpent(), spentFlushMs).unref();
  }

  /** What is not known to be in Redis, of this day and of its month. */
  unstored(keyId: string): { day: Expenses; month: Expenses } {
    const today = dayOf(this.#nowMs());
    const month = today.slice(0, 7);
    let ofDay = nothingSpent;
    let ofMonth = nothingSpent;
    const add = (tally: UsageTally): void => {
      if (tally.keyId !== keyId || !tally.day.startsWith(month)) return;
      ofMonth = plus(ofMonth, tally.unstored);
      if (tally.day === today) ofDay = plus(ofDay, tally.unstored);
    };
    for (const tally of this.#before) add(tally);
    const current = this.#today.get(keyId);
    if (current !== undefined) add(current);
    return { day: ofDay, month: ofMonth };
  }

  /** Never rejects: what cannot be stored now is tried again. */
  flush(): Promise<void> {
    this.#flushing ??= this.#flush().finally(() => (this.#flushing = undefined));
    return this.#flushing;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    clearTimeout(this.#spentTimer);
    await this.flush();
    await this.flush();
  }

  #tallyOf(keyId: string): UsageTally | undefined {
    if (this.#nowMs() >= this.#dayEndsMs) this.#startDay();
    const known = this.#today.get(keyId);
    if (known !== undefined) return known;
    if (this.waiting >= this.#maxTallies) {
      this.dropped++;
      return undefined;
    }
    const tally = new UsageTally(keyId, this.#day);
    this.#today.set(keyId, tally);
    return tally;
  }

  #startDay(): void {
    const nowMs = this.#nowMs();
    this.#before.push(...this.#today.values());
    this.#today = new Map();
    this.#day = dayOf(nowMs);
    this.#dayEndsMs = (Math.floor(nowMs / dayMs) + 1) * dayMs;
  }

  #flushSpent(): void {
    this.#spentTimer = undefined;
    const tallies = [...this.#spending];
    this.#spending.clear();
    // What cannot be stored is tried again with the rest.
    for (const tally of tallies) this.#store(tally).catch(() => undefined);
  }

  async #flush(): Promise<void> {
    await Promise.allSettled([...this.#today.values(), ...this.#before].map((tally) => this.#store(tally)));
    this.#before = this.#before.filter((tally) => !tally.empty);
  }

  /** One at a time of each: the same number must not be on its way twice with another in between. */
  #store(tally: UsageTally): Promise<void> {
    const storing =
      this.#storing.get(tally) ?? this.#storeNext(tally).finally(() => this.#storing.delete(tally));
    this.#storing.set(tally, storing);
    return storing;
  }

  async #storeNext(tally: UsageTally): Promise<void> {
    const sending = tally.toStore();
    if (!sending) return;
    const { keyId, day } = tally;
    if (!tally.listed) {
      await this.connection.run(list, [usersKey(day)], [keyId, retainMs]);
      tally.listed = true;
    }
    const counts = usageKey(keyId, day);
    const { nanoUsd, tokens } = sending.spent;
    const reply = await this.connection.run(
      add,
      [counts, `${counts}:writers`, spentKey(keyId, day), budgetKey(keyId)],
      [this.#writer, sending.seq, retainMs, day.slice(8), nanoUsd, tokens, ...[...sending.counts].flat()],
    );
    tally.stored();
    this.#onSpent?.(keyId, day, reply);
  }
}
