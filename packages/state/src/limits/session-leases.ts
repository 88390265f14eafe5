import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { RedisConnection } from '../redis/connection';
import { acquire, release, renew } from './lease-scripts';

/** One place among the concurrent sessions of a key. */
export interface SessionLease {
  /** Gives the place back; a second call does nothing. */
  release(): void;
}

export type LeaseOutcome =
  | { readonly lease: SessionLease; readonly full?: never }
  | { readonly full: { readonly held: number; readonly retryAfterMs: number }; readonly lease?: never };

const acquired = z.tuple([z.number(), z.number(), z.number()]);
const sessionsKey = (keyId: string): string => `parley:limits:{${keyId}}:sessions`;

/** A gateway that dies gives its places back after this. */
const defaultLeaseMs = 15_000;
const renewalsPerLease = 3;
/** Renewed by one script. */
const batchSize = 500;

/**
 * Counts the concurrent sessions of each key over all gateways. Every session holds a lease that its gateway renews;
 * the leases of a gateway that dies end by themselves.
 */
export class SessionLeases {
  readonly #held = new Map<string, Set<string>>();
  readonly #renewal: NodeJS.Timeout;

  constructor(
    private readonly connection: RedisConnection,
    private readonly leaseMs = defaultLeaseMs,
  ) {
    this.#renewal = setInterval(() => void this.#renewAll(), leaseMs / renewalsPerLease).unref();
    connection.onReady(() => void this.#renewAll());
  }

  get held(): number {
    let count = 0;
    for (const ids of this.#held.values()) count += ids.size;
    return count;
  }

  /** `limit` 0: none. Rejects with StateError `unavailable`. */
  async acquire(keyId: string, limit: number): Promise<LeaseOutcome> {
    const id = randomUUID();
    const reply = await this.connection.run(acquire, [sessionsKey(keyId)], [id, limit, this.leaseMs]);
    const [granted, held, retryAfterMs] = acquired.parse(reply);
    return granted === 1 ? { lease: this.#hold(keyId, id) } : { full: { held, retryAfterMs } };
  }

  /** For a session that is let in while Redis is away: counted from when it is back. */
  adopt(keyId: string): SessionLease {
    return this.#hold(keyId, randomUUID());
  }

  /** Leases are not given back: sessions may outlive this, and the leases end by themselves. */
  close(): void {
    clearInterval(this.#renewal);
  }

  #hold(keyId: string, id: string): SessionLease {
    const ids = this.#held.get(keyId) ?? new Set();
    this.#held.set(keyId, ids.add(id));
    return { release: () => this.#release(keyId, id) };
  }

  #release(keyId: string, id: string): void {
    const ids = this.#held.get(keyId);
    if (!ids?.delete(id)) return;
    if (ids.size === 0) this.#held.delete(keyId);
    // Should it not arrive, the lease ends by itself.
    this.connection.run(release, [sessionsKey(keyId)], [id]).catch(() => undefined);
  }

  async #renewAll(): Promise<void> {
    const renewals = [...this.#held].flatMap(([keyId, ids]) => {
      const all = [...ids];
      return Array.from({ length: Math.ceil(all.length / batchSize) }, (_, batch) =>
        this.connection.run(
          renew,
          [sessionsKey(keyId)],
          [this.leaseMs, ...all.slice(batch * batchSize, (batch + 1) * batchSize)],
        ),
      );
    });
    // One that fails is tried again at the next turn, well before its lease ends.
    await Promise.allSettled(renewals);
  }
}
