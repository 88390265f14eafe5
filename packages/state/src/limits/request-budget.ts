import type { RedisConnection } from '../redis/connection';
import { Allowance, keepMs } from './allowance';

const maxAllowances = 10_000;

/** The allowances of the keys in use. */
export class RequestBudget {
  readonly #allowances = new Map<string, Allowance>();

  constructor(
    private readonly connection: RedisConnection,
    /** An event waits no longer for Redis, ms. */
    private readonly waitMs?: number,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** `perSecond` 0: no limit. */
  of(keyId: string, perSecond: number): Allowance {
    const known = this.#allowances.get(keyId);
    if (known?.perSecond === perSecond) return known;
    if (this.#allowances.size >= maxAllowances) this.#forgetUnused();
    const allowance = new Allowance(this.connection, keyId, perSecond, this.nowMs, this.waitMs);
    this.#allowances.set(keyId, allowance);
    return allowance;
  }

  #forgetUnused(): void {
    const now = this.nowMs();
    for (const [keyId, { usedAtMs }] of this.#allowances) {
      if (now - usedAtMs > keepMs) this.#allowances.delete(keyId);
    }
  }
}
