import { timingSafeEqual } from 'node:crypto';
import { digestOf } from '@parley/state';

const idDigits = 12;

/** A short name of a key for logs and limits, from its digest. */
export const keyIdOf = (digest: string): string => digest.slice(0, idDigits);

/** Where any key will do, every such id may be one's. */
export const isKeyId = (id: string): boolean => new RegExp(`^[0-9a-f]{${idDigits}}$`).test(id);

/** The keys of the configuration, kept as digests. */
export class ConfiguredKeys {
  readonly #digests: readonly Buffer[];

  constructor(keys: readonly string[]) {
    this.#digests = keys.map((key) => Buffer.from(digestOf(key), 'hex'));
  }

  hasId(keyId: string): boolean {
    return this.#digests.some((digest) => keyIdOf(digest.toString('hex')) === keyId);
  }

  /** `digest`: of the key, in hex. Takes the same time for every key. */
  has(digest: string): boolean {
    const wanted = Buffer.from(digest, 'hex');
    let known = false;
    for (const candidate of this.#digests) known = timingSafeEqual(candidate, wanted) || known;
    return known;
  }
}
