import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** An address, with IPv4 inside IPv6 brought out; undefined: it is none. Brackets around IPv6 do not count. */
export function parseAddress(host: string): Address | undefined {
  const bare = host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
  return ipaddr.isValid(bare) ? ipaddr.process(bare) : undefined;
}

/**
 * Whether an address is one of the public internet. Every other class is not: loopback, link-local, private,
 * carrier-grade NAT, unspecified, broadcast, multicast, reserved, and the ranges that carry IPv4 inside IPv6.
 */
export const isPublic = (address: Address): boolean => address.range() === 'unicast';

export interface Network {
  readonly base: Address;
  readonly bits: number;
}

/** "10.0.0.0/8", "::1/128", or an address alone; undefined: it is neither. */
export function parseNetwork(text: string): Network | undefined {
  if (ipaddr.isValidCIDR(text)) {
    const [base, bits] = ipaddr.parseCIDR(text);
    return { base, bits };
  }
  const base = parseAddress(text);
  return base === undefined ? undefined : { base, bits: base.kind() === 'ipv4' ? 32 : 128 };
}

export function isIn(address: Address, { base, bits }: Network): boolean {
  return address.kind() === base.kind() && address.match(base, bits);
}
