import { isIn, isPublic, parseAddress, parseNetwork, type Network } from './addresses';

interface HostRule {
  /** Lower case; with a leading dot it stands for every name that ends so. */
  readonly name: string;
  /** undefined: any. */
  readonly port: string | undefined;
}

/** Internal places that the operator lets requests go to. */
export class AllowList {
  readonly #networks: readonly Network[];
  readonly #hosts: readonly HostRule[];

  /**
   * Each entry is a network (`10.1.0.0/16`, `::1/128`), an address, a host name (`search.internal`), or a pattern of names
   * (`*.internal`); names may have a port (`localhost:8080`), and so may IPv4 addresses.
   * @throws TypeError naming the entry that is none of these.
   */
  constructor(entries: readonly string[] = []) {
    this.#networks = entries.flatMap((entry) => parseNetwork(entry) ?? []);
    this.#hosts = entries.filter((entry) => parseNetwork(entry) === undefined).map(hostRule);
  }

  /** A host that is allowed by its name may resolve to anything. */
  allowsHost({ hostname, port, protocol }: URL): boolean {
    const usual = protocol === 'https:' ? '443' : '80';
    return this.#hosts.some(
      (rule) =>
        (rule.port === undefined || rule.port === (port || usual)) &&
        (rule.name.startsWith('.') ? hostname.endsWith(rule.name) : hostname === rule.name),
    );
  }

  allowsAddress(text: string): boolean {
    const address = parseAddress(text);
    if (address === undefined) return false;
    return isPublic(address) || this.#networks.some((network) => isIn(address, network));
  }
}

function hostRule(entry: string): HostRule {
  const match = /^(\*\.)?([a-z0-9_-]+(?:\.[a-z0-9_-]+)*)(?::(\d{1,5}))?$/i.exec(entry);
  if (match === null) throw new TypeError(`not a network, an address or a host name: '${entry}'`);
  const [, wildcard, name = '', port] = match;
  return { name: `${wildcard === undefined ? '' : '.'}${name.toLowerCase()}`, port };
}
