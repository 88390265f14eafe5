import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import { parseAddress } from './addresses';
import type { AllowList } from './allow-list';
import { OutboundError } from './errors';

/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

export const systemResolve: Resolve = (hostname) =>
  new Promise((resolve, reject) => {
    dnsLookup(hostname, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

export interface GuardOptions {
  readonly allow: AllowList;
  readonly resolve: Resolve;
  /** Longest wait for a name's addresses. */
  readonly resolveMs: number;
}

const refused = (host: string): OutboundError =>
  new OutboundError('address_refused', `The address of '${host}' is not public.`);

/** Says which URLs a request may go to, and to which address of a name it goes. */
export class Guard {
  constructor(private readonly options: GuardOptions) {}

  /** What can be said before the name is resolved. Decimal and hexadecimal hosts are addresses by now: `URL` reads them. */
  check(url: URL): void {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
      throw new OutboundError(
        'invalid_url',
        `Only http and https URLs can be used, and not '${url.protocol}'.`,
      );
    }
    if (url.username !== '' || url.password !== '') {
      throw new OutboundError('invalid_url', 'A URL with a user name or password in it cannot be used.');
    }
    const { allow } = this.options;
    if (parseAddress(url.hostname) === undefined || allow.allowsHost(url)) return;
    if (!allow.allowsAddress(url.hostname)) throw refused(url.hostname);
  }

  /**
   * Resolves a name once, checks every address it has, and gives the connection those and no others: what was checked
   * is what is connected to, whatever the name says a moment later.
   */
  lookupFor(url: URL): LookupFunction {
    const free = this.options.allow.allowsHost(url);
    const lookUp = callbackify((hostname: string) => this.#addresses(hostname, free));
    return (hostname, { all }, callback) => {
      lookUp(hostname, (error, addresses) => {
        if (error !== null) return callback(error, '');
        const [first] = addresses;
        if (all || first === undefined) return callback(null, [...addresses]);
        return callback(null, first.address, first.family);
      });
    };
  }

  async #addresses(hostname: string, free: boolean): Promise<readonly LookupAddress[]> {
    const { allow } = this.options;
    const addresses = await this.#resolve(hostname);
    if (!free && !addresses.every(({ address }) => allow.allowsAddress(address))) throw refused(hostname);
    return addresses;
  }

  async #resolve(hostname: string): Promise<readonly LookupAddress[]> {
    const { resolve, resolveMs } = this.options;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const error = new OutboundError('timeout', `The name '${hostname}' was not resolved in time.`);
      timer = setTimeout(() => reject(error), resolveMs);
    });
    try {
      const addresses = await Promise.race([resolve(hostname), late]);
      if (addresses.length > 0) return addresses;
    } catch (error) {
      if (error instanceof OutboundError) throw error;
      throw new OutboundError('unresolved', `The name '${hostname}' cannot be resolved.`, { cause: error });
    } finally {
      clearTimeout(timer);
    }
    throw new OutboundError('unresolved', `The name '${hostname}' has no address.`);
  }
}
