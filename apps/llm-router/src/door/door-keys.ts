import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const digest = (key: string): Buffer => createHash('sha256').update(key).digest();

/** Who may use the door: the keys of the configuration; without any, everyone who reaches it. */
export class DoorKeys {
  readonly #digests: readonly Buffer[];

  constructor(keys: readonly string[]) {
    this.#digests = keys.map(digest);
  }

  /** Takes the same time for every key. */
  admits({ authorization = '', 'api-key': apiKey }: IncomingHttpHeaders): boolean {
    if (this.#digests.length === 0) return true;
    const given = typeof apiKey === 'string' ? apiKey : authorization.replace(/^(Bearer|Basic)\s+/i, '');
    const wanted = digest(given);
    let known = false;
    for (const candidate of this.#digests) known = timingSafeEqual(candidate, wanted) || known;
    return known;
  }
}
