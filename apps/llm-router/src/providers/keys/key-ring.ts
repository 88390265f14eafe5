import type { EngineErrorClass } from '@parley/engines-kit';

/** How long a key rests after a failure that is the key's own. */
const restMs: Readonly<Partial<Record<EngineErrorClass, number>>> = {
  rate_limit: 5_000,
  quota: 600_000,
  credential: 600_000,
};

/** Whether another key of the same provider may fare better. */
export const isKeyFault = (errorClass: EngineErrorClass): boolean => restMs[errorClass] !== undefined;

/** A provider's keys in turn; one that was refused rests. Time is given, in milliseconds of any one clock. */
export class KeyRing<Key> {
  readonly #restsUntilMs: number[];
  #next = 0;

  constructor(private readonly keys: readonly Key[]) {
    this.#restsUntilMs = keys.map(() => 0);
  }

  /** The one key there is; undefined when there is a choice. */
  get only(): Key | undefined {
    return this.keys.length === 1 ? this.keys[0] : undefined;
  }

  /** Every key once, in the order to try them: those that do not rest, from the next in turn, then the others. */
  order(nowMs: number): Key[] {
    const from = this.#next;
    this.#next = (from + 1) % Math.max(1, this.keys.length);
    const turn = this.keys.map((_, index) => (from + index) % this.keys.length);
    const rests = (index: number) => (this.#restsUntilMs[index] ?? 0) > nowMs;
    const soonest = turn.filter(rests).toSorted((a, b) => this.#restsUntilMs[a]! - this.#restsUntilMs[b]!);
    return [...turn.filter((index) => !rests(index)), ...soonest].map((index) => this.keys[index]!);
  }

  /** @param retryAfterMs what the provider asked for, if it did */
  failed(key: Key, errorClass: EngineErrorClass, nowMs: number, retryAfterMs?: number): void {
    const rest = restMs[errorClass];
    const index = this.keys.indexOf(key);
    if (rest === undefined || index < 0) return;
    this.#restsUntilMs[index] = nowMs + Math.min(retryAfterMs ?? rest, longestRestMs);
  }

  served(key: Key): void {
    const index = this.keys.indexOf(key);
    if (index >= 0) this.#restsUntilMs[index] = 0;
  }
}

const longestRestMs = 3_600_000;
