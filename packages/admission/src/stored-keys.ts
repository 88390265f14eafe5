import { StateError, isKeyText, type KeyRecord } from '@parley/state';
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
  readonly #known = new LRUCache<string, Known>({ max: maxKeys });
  /** Apart, so that wrong keys cannot push right ones out. */
  readonly #unknown = new LRUCache<string, true>({ max: maxKeys, ttl: unknownMs });
  readonly #asking = new Map<string, Promise<KeyRecord | undefined>>();

  constructor(
    private readonly finder: KeyFinder,
    private readonly now: { epochMs(): number } = { epochMs: Date.now },
  ) {}

  /** Whether the text can be a stored key at all. */
  readonly mayKnow = isKeyText;

  /** Rejects with StateError `unavailable` when Redis is away and the key was not seen lately. */
  async find(digest: string): Promise<KeyRecord | undefined> {
    if (this.#unknown.has(digest)) return undefined;
    const record = await this.#believed(digest);
    return record && !this.#hasEnded(record) ? record : undefined;
  }

  /** The same at once; undefined: `find` says. */
  fresh(digest: string): KeyRecord | undefined {
    const known = this.#known.get(digest);
    if (known === undefined || this.#hasEnded(known.record)) return undefined;
    return this.now.epochMs() - known.askedAtMs < freshMs ? known.record : undefined;
  }

  #hasEnded({ expiresAtMs }: KeyRecord): boolean {
    return expiresAtMs !== null && expiresAtMs <= this.now.epochMs();
  }

  async #believed(digest: string): Promise<KeyRecord | undefined> {
    const known = this.#known.get(digest);
    const ageMs = known ? this.now.epochMs() - known.askedAtMs : Infinity;
    if (known && ageMs < freshMs) return known.record;
    try {
      return await this.#ask(digest);
    } catch (error) {
      if (known && ageMs < staleMs && error instanceof StateError && error.code === 'unavailable') {
        return known.record;
      }
      throw error;
    }
  }

  #ask(digest: string): Promise<KeyRecord | undefined> {
    const asking =
      this.#asking.get(digest) ?? this.#remember(digest).finally(() => this.#asking.delete(digest));
    this.#asking.set(digest, asking);
    return asking;
  }

  async #remember(digest: string): Promise<KeyRecord | undefined> {
    const record = await this.finder.find(digest);
    if (record) this.#known.set(digest, { record, askedAtMs: this.now.epochMs() });
    else {
      this.#known.delete(digest);
      this.#unknown.set(digest, true);
    }
    return record;
  }
}
