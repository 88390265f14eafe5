import { randomUUID } from 'node:crypto';
import type { RedisConnection } from '../redis/connection';
import { script } from '../redis/script';
import { dayOf, usageFields, usageKey, type Usage } from './usage';
import { UsageTally } from './usage-tally';

/**
 * KEYS[1] the counts, KEYS[2] the last number of each writer. ARGV: writer, number, retainMs, then field and increment.
 * One that is sent twice counts once.
 */
const add = script(`
  if tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or 0) >= tonumber(ARGV[2]) then return 0 end
  redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
  for i = 4, #ARGV, 2 do redis.call('HINCRBY', KEYS[1], ARGV[i], ARGV[i + 1]) end
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
  redis.call('PEXPIRE', KEYS[2], ARGV[3])
  return 1`);

export interface UsageRecorderOptions {
  readonly flushMs?: number;
  /** Keys and days that may wait to be stored. */
  readonly maxTallies?: number;
  readonly nowMs?: () => number;
}

const retainMs = 400 * 86_400_000;

/**
 * Adds up what each key uses and writes it to Redis every few seconds: a gateway that is killed loses at most that.
 * While Redis is away it goes on adding up; beyond `maxTallies` what is new is dropped and counted.
 */
export class UsageRecorder {
  readonly #writer = randomUUID();
  readonly #tallies = new Map<string, UsageTally>();
  readonly #timer: NodeJS.Timeout;
  readonly #maxTallies: number;
  readonly #nowMs: () => number;
  #flushing: Promise<void> | undefined;
  /** Times something could not be counted, as too much waited. */
  dropped = 0;

  constructor(
    private readonly connection: Pick<RedisConnection, 'run'>,
    { flushMs = 5_000, maxTallies = 20_000, nowMs = Date.now }: UsageRecorderOptions = {},
  ) {
    this.#maxTallies = maxTallies;
    this.#nowMs = nowMs;
    this.#timer = setInterval(() => void this.flush(), flushMs).unref();
  }

  get waiting(): number {
    return this.#tallies.size;
  }

  add(keyId: string, usage: Partial<Usage>): void {
    const day = dayOf(this.#nowMs());
    const name = usageKey(keyId, day);
    let tally = this.#tallies.get(name);
    if (!tally) {
      if (this.#tallies.size >= this.#maxTallies) {
        this.dropped++;
        return;
      }
      tally = new UsageTally(keyId, day);
      this.#tallies.set(name, tally);
    }
    tally.add(usage);
  }

  /** Never rejects: what cannot be stored now is tried again. */
  flush(): Promise<void> {
    this.#flushing ??= this.#flush().finally(() => (this.#flushing = undefined));
    return this.#flushing;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
    await this.flush();
  }

  async #flush(): Promise<void> {
    await Promise.allSettled([...this.#tallies].map(([name, tally]) => this.#store(name, tally)));
    const today = dayOf(this.#nowMs());
    for (const [name, tally] of this.#tallies) {
      if (tally.empty && tally.day !== today) this.#tallies.delete(name);
    }
  }

  async #store(name: string, tally: UsageTally): Promise<void> {
    const sending = tally.toStore();
    if (!sending) return;
    const increments = usageFields.flatMap((field) =>
      sending.usage[field] > 0 ? [field, sending.usage[field]] : [],
    );
    await this.connection.run(
      add,
      [name, `${name}:writers`],
      [this.#writer, sending.seq, retainMs, ...increments],
    );
    tally.stored();
  }
}
