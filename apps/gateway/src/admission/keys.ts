import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (key: string): Buffer => createHash('sha256').update(key).digest();

/** API keys, kept as hashes. None configured: any key will do, and none as well. */
export class ApiKeys {
  readonly #digests: readonly Buffer[];

  constructor(keys: readonly string[]) {
    this.#digests = keys.map(digest);
  }

  get open(): boolean {
    return this.#digests.length === 0;
  }

  /** A short name of the key for logs and limits, or undefined if it is not one. Takes the same time for every key. */
  identify(key: string | undefined): string | undefined {
    if (key === undefined) return this.open ? 'anonymous' : undefined;
    const hash = digest(key);
    let known = this.open;
    for (const candidate of this.#digests) known = timingSafeEqual(candidate, hash) || known;
    return known ? hash.toString('hex', 0, 6) : undefined;
  }
}
