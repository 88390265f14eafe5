import { isKeyText, type KeyRecord } from '@parley/state';
import { LRUCache } from 'lru-cache';

export interface KeyFinder {
  /** Rejects with StateError `unavailable`. */
  find(digest: string): Promise<KeyRecord | undefined>;
}

interface Known {
  readonly record: KeyRecord;
  readonly askedAtMs: number;
}

const maxKeys = 10_000;
/** A key that is revoked is refused after this. */
const freshMs = 5_000;
/** While Redis is away, a key that was seen is believed for so long. */
const staleMs = 60 * 60_000;
/** A wrong key is not asked for again within this. */
const unknownMs = 2_000;

/** Looks stored keys up, and remembers them: within bounds, and longer while Redis is away. */
export class StoredKeys {
  readonly #known: LRUCache<string, Known>;
  /** Apart, so that wrong keys cannot push right ones out. */
  readonly #unknown = new LRUCache<string, true>({ max: maxKeys, ttl: unknownMs });

  constructor(
    finder: KeyFinder,
    private readonly now: { epochMs(): number } = { epochMs: Date.now },
  ) {
    this.#known = new LRUCache<string, Known>({
      max: maxKeys,
      ttl: freshMs,
      allowStaleOnFetchRejection: true,
      noDeleteOnFetchRejection: true,
      fetchMethod: async (digest) => {
        const record = await finder.find(digest);
        return record && { record, askedAtMs: now.epochMs() };
      },
    });
  }

  /** Whether the text can be a stored key at all. */
  readonly mayKnow = isKeyText;

  /** Rejects with StateError `unavailable` when Redis is away and the key was not seen lately. */
  async find(digest: string): Promise<KeyRecord | undefined> {
    if (this.#unknown.has(digest)) return undefined;
    const known = await this.#known.fetch(digest);
    if (!known) {
      this.#unknown.set(digest, true);
      return undefined;
    }
    const { record, askedAtMs } = known;
    const now = this.now.epochMs();
    const expired = record.expiresAtMs !== null && record.expiresAtMs <= now;
    return expired || now - askedAtMs > staleMs ? undefined : record;
  }
}
