import { z } from 'zod';
import type { RedisConnection } from '../redis/connection';
import { script } from '../redis/script';
import { takeTokens, type TokenBucket } from './token-bucket';

/** `takeTokens` in Redis. KEYS[1] the bucket; ARGV: perSecond, wanted. Returns granted, what is left, retryAfterMs. */
const take = script(`
  local time = redis.call('TIME')
  local nowMs = time[1] * 1000 + time[2] / 1000
  local perSecond = tonumber(ARGV[1])
  local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'atMs')
  local elapsedMs = math.max(0, nowMs - (tonumber(bucket[2]) or nowMs))
  local filled = math.min(perSecond, (tonumber(bucket[1]) or perSecond) + elapsedMs * perSecond / 1000)
  local granted = math.min(math.floor(filled), tonumber(ARGV[2]))
  local tokens = filled - granted
  redis.call('HSET', KEYS[1], 'tokens', string.format('%.6f', tokens), 'atMs', string.format('%.3f', nowMs))
  redis.call('PEXPIRE', KEYS[1], 2000)
  local retryAfterMs = 0
  if tokens < 1 then retryAfterMs = math.ceil((1 - tokens) * 1000 / perSecond) end
  return {granted, math.floor(tokens), retryAfterMs}`);

const reply = z.tuple([z.number(), z.number(), z.number()]);
const bucketKey = (keyId: string): string => `parley:limits:{${keyId}}:requests`;

/** Taken from Redis at once, as a share of what a second allows. */
const batchShare = 1 / 20;
/** An event waits no longer than this for Redis. */
const redisWaitMs = 100;
/** Redis is not asked again so soon after it did not answer. */
const retryRedisMs = 1_000;
/** What was taken and is not used by then is let go. */
export const keepMs = 2_000;

export interface RateLimitFacts {
  readonly limit: number;
  readonly remaining: number;
  /** Until the whole limit is there again. */
  readonly resetSeconds: number;
}

export type Spent = { readonly ok: true } | { readonly ok: false; readonly retryAfterMs: number };

interface Granted {
  readonly granted: number;
  readonly left: number;
  readonly retryAfterMs: number;
}

/**
 * The requests per second of one key, shared by all gateways: each takes a batch from the bucket in Redis and spends
 * it without asking. While Redis is away, each gateway keeps to the limit by itself.
 */
export class Allowance {
  #available = 0;
  #takenAtMs = -Infinity;
  #left: number;
  #fallback: TokenBucket | undefined;
  #redisFromMs = -Infinity;
  #refill: Promise<Granted> | undefined;

  constructor(
    private readonly connection: Pick<RedisConnection, 'run'>,
    private readonly keyId: string,
    /** 0 = no limit. */
    readonly perSecond: number,
    private readonly nowMs: () => number,
    private readonly waitMs = redisWaitMs,
  ) {
    this.#left = perSecond;
  }

  get #batch(): number {
    return Math.max(1, Math.ceil(this.perSecond * batchShare));
  }

  /** When this was last used. */
  get usedAtMs(): number {
    return this.#takenAtMs;
  }

  get facts(): RateLimitFacts {
    const elapsedMs = Math.min(this.nowMs() - this.#takenAtMs, 1_000);
    const filled = this.#left + this.#available + (elapsedMs * this.perSecond) / 1000;
    const remaining = Math.min(this.perSecond, Math.floor(filled));
    return { limit: this.perSecond, remaining, resetSeconds: (this.perSecond - remaining) / this.perSecond };
  }

  /** Takes one at once if this gateway holds one. */
  trySpend(): boolean {
    if (this.perSecond === 0) return true;
    if (this.#available === 0 || this.nowMs() - this.#takenAtMs > keepMs) return false;
    this.#available--;
    // Asked for ahead of need, so that nobody waits for Redis while there is enough.
    if (this.#available === Math.floor(this.#batch / 2) && this.#batch > 1) this.#refill ??= this.#take();
    return true;
  }

  /** Takes one, from Redis when this gateway holds none. */
  async spend(): Promise<Spent> {
    while (!this.trySpend()) {
      this.#refill ??= this.#take();
      const { granted, retryAfterMs } = await this.#refill;
      if (granted === 0) return { ok: false, retryAfterMs: Math.max(1, retryAfterMs) };
    }
    return { ok: true };
  }

  async #take(): Promise<Granted> {
    const grant = await this.#fromRedis(this.#batch);
    const fresh = this.nowMs() - this.#takenAtMs <= keepMs;
    this.#available = grant.granted + (fresh ? this.#available : 0);
    this.#left = grant.left;
    this.#takenAtMs = this.nowMs();
    this.#refill = undefined;
    return grant;
  }

  async #fromRedis(wanted: number): Promise<Granted> {
    if (this.nowMs() < this.#redisFromMs) return this.#alone(wanted);
    try {
      const asked = this.connection.run(take, [bucketKey(this.keyId)], [this.perSecond, wanted]);
      const [granted, left, retryAfterMs] = reply.parse(await within(this.waitMs, asked));
      this.#fallback = undefined;
      return { granted, left, retryAfterMs };
    } catch {
      this.#redisFromMs = this.nowMs() + retryRedisMs;
      return this.#alone(wanted);
    }
  }

  #alone(wanted: number): Granted {
    const { bucket, granted, retryAfterMs } = takeTokens(
      this.#fallback,
      this.perSecond,
      wanted,
      this.nowMs(),
    );
    this.#fallback = bucket;
    return { granted, left: Math.floor(bucket.tokens), retryAfterMs };
  }
}

/** Rejects when `work` takes longer. */
async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
