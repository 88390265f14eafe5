import { Spending } from './budget/spending';
import { KeyStore } from './keys/key-store';
import { RequestBudget } from './limits/request-budget';
import { SessionLeases } from './limits/session-leases';
import { RedisConnection, type RedisLog } from './redis/connection';
import { NonceStore } from './secrets/nonce-store';
import { SecretStore } from './secrets/secret-store';
import { readUsage, readUsageOf, readUsers, type DayUsage, type UsageByModel } from './usage/usage-reader';
import { UsageRecorder } from './usage/usage-recorder';

export interface AccessStateOptions {
  readonly url: string;
  /** For every operation. */
  readonly deadlineMs?: number;
  readonly leaseMs?: number;
  /** For the limit of a key's requests, which is kept without Redis where it takes longer. */
  readonly allowanceWaitMs?: number;
  readonly usageFlushMs?: number;
  readonly log?: RedisLog;
}

/** Who may do how much, and what they did: all that Redis keeps by API key. Connects in the background, for ever. */
export class AccessState {
  readonly keys: KeyStore;
  readonly secrets: SecretStore;
  readonly nonces: NonceStore;
  readonly leases: SessionLeases;
  readonly budget: RequestBudget;
  readonly usage: UsageRecorder;
  readonly spending: Spending;
  readonly #connection: RedisConnection;

  constructor(options: AccessStateOptions) {
    const { url, deadlineMs = 1_000, leaseMs, allowanceWaitMs, usageFlushMs, log } = options;
    this.#connection = new RedisConnection({ url, deadlineMs, ...(log ? { log } : {}) });
    this.keys = new KeyStore(this.#connection);
    this.secrets = new SecretStore(this.#connection);
    this.nonces = new NonceStore(this.#connection);
    this.leases = new SessionLeases(this.#connection, leaseMs);
    this.budget = new RequestBudget(this.#connection, allowanceWaitMs);
    this.usage = new UsageRecorder(this.#connection, {
      ...(usageFlushMs === undefined ? {} : { flushMs: usageFlushMs }),
      onSpent: (keyId, day, reply) => this.spending.told(keyId, day, reply),
    });
    this.spending = new Spending(this.#connection, { unstored: (keyId) => this.usage.unstored(keyId) });
  }

  readUsage(keyId: string, days: number): Promise<DayUsage[]> {
    return readUsage(this.#connection, keyId, days);
  }

  /** Of one UTC day, as in `2026-11-27`. */
  usageOn(day: string, keyId: string): Promise<UsageByModel> {
    return readUsageOf(this.#connection, keyId, day);
  }

  /** Ids of the keys that have used something on a day. */
  usersOn(day: string): Promise<string[]> {
    return readUsers(this.#connection, day);
  }

  async close(): Promise<void> {
    this.leases.close();
    await this.usage.close();
    await this.#connection.close();
  }
}
