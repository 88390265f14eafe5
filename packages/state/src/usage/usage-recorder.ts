import { randomUUID } from 'node:crypto';
import type { RedisConnection } from '../redis/connection';
import { script } from '../redis/script';
import { dayMs, dayOf, usageFields, usageKey, type Usage } from './usage';
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

const retainMs = 400 * dayMs;

/**
 * Adds up what each key uses and writes it to Redis every few seconds: a gateway that is killed loses at most that.
 * While Redis is away it goes on adding up; beyond `maxTallies` what is new is dropped and counted.
 */
export class UsageRecorder {
  readonly #writer = randomUUID();
  readonly #timer: NodeJS.Timeout;
  readonly #maxTallies: number;
  readonly #nowMs: () => number;
  /** Of this day, by key. */
  #today = new Map<string, UsageTally>();
  #day = '';
  #dayEndsMs = 0;
  /** Of days before, until they are stored. */
  #before: UsageTally[] = [];
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
    return this.#today.size + this.#before.length;
  }

  /** Called for every frame of audio: cheap. */
  add(keyId: string, usage: Partial<Usage>): void {
    if (this.#nowMs() >= this.#dayEndsMs) this.#startDay();
    let tally = this.#today.get(keyId);
    if (!tally) {
      if (this.waiting >= this.#maxTallies) {
        this.dropped++;
        return;
      }
      tally = new UsageTally(usageKey(keyId, this.#day));
      this.#today.set(keyId, tally);
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

  #startDay(): void {
    const nowMs = this.#nowMs();
    this.#before.push(...this.#today.values());
    this.#today = new Map();
    this.#day = dayOf(nowMs);
    this.#dayEndsMs = (Math.floor(nowMs / dayMs) + 1) * dayMs;
  }

  async #flush(): Promise<void> {
    await Promise.allSettled([...this.#today.values(), ...this.#before].map((tally) => this.#store(tally)));
    this.#before = this.#before.filter((tally) => !tally.empty);
  }

  async #store(tally: UsageTally): Promise<void> {
    const sending = tally.toStore();
    if (!sending) return;
    const increments = usageFields.flatMap((field) =>
      sending.usage[field] > 0 ? [field, sending.usage[field]] : [],
    );
    const keys = [tally.name, `${tally.name}:writers`];
    await this.connection.run(add, keys, [this.#writer, sending.seq, retainMs, ...increments]);
    tally.stored();
  }
}
