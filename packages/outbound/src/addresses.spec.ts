import * as fc from 'fast-check';
import { isPublic, parseAddress } from './addresses';
import { AllowList } from './allow-list';

const publicly = (text: string): boolean => {
  const address = parseAddress(text);
  if (address === undefined) throw new Error(`not an address: ${text}`);
  return isPublic(address);
};

describe('addresses', () => {
  it.each([
    ['loopback', ['127.0.0.1', '127.255.255.254', '::1']],
    ['link-local and the metadata service', ['169.254.169.254', '169.254.0.1', 'fe80::1', 'fe80::1%eth0']],
    ['private', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12::1']],
    ['carrier-grade NAT', ['100.64.0.1', '100.127.255.254']],
    ['unspecified', ['0.0.0.0', '0.1.2.3', '::']],
    ['broadcast and multicast', ['255.255.255.255', '224.0.0.1', '239.1.1.1', 'ff02::1']],
    ['reserved and documentation', ['240.0.0.1', '192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1']],
    ['IPv4 in IPv6', ['::ffff:127.0.0.1', '::ffff:a00:1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001::1']],
  ])('%s are not public', (_, list) => {
    expect(list.filter(publicly)).toEqual([]);
  });

  it('lets the public internet through, also where IPv4 is written as IPv6', () => {
    const list = ['1.1.1.1', '8.8.8.8', '93.184.216.34', '2606:4700:4700::1111', '::ffff:8.8.8.8'];
    expect(list.filter(publicly)).toEqual(list);
  });

  it('judges an IPv4 address the same however it is written', () => {
    fc.assert(
      fc.property(fc.ipV4(), (ip) => {
        const { hostname } = new URL(
          `http://${ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)}/`,
        );
        expect(hostname).toBe(ip);
        expect(publicly(`::ffff:${ip}`)).toBe(publicly(ip));
      }),
    );
  });
});

describe('the allow-list', () => {
  const allow = new AllowList(['10.1.0.0/16', '::1', 'search.internal', '*.lab', 'localhost:8080']);

  it('lets networks through, and nothing beside them', () => {
    expect(allow.allowsAddress('10.1.2.3')).toBe(true);
    expect(allow.allowsAddress('::ffff:10.1.2.3')).toBe(true);
    expect(allow.allowsAddress('10.2.0.1')).toBe(false);
    expect(allow.allowsAddress('::1')).toBe(true);
    expect(allow.allowsAddress('127.0.0.1')).toBe(false);
    expect(allow.allowsAddress('8.8.8.8')).toBe(true);
  });

  it('lets hosts through by name, pattern and port', () => {
    const allowed = (url: string) => allow.allowsHost(new URL(url));
    expect(allowed('https://search.internal/x')).toBe(true);
    expect(allowed('http://SEARCH.internal:99/x')).toBe(true);
    expect(allowed('http://evil-search.internal/')).toBe(false);
    expect(allowed('http://a.b.lab/')).toBe(true);
    expect(allowed('http://lab/')).toBe(false);
    expect(allowed('http://localhost:8080/')).toBe(true);
    expect(allowed('http://localhost:8081/')).toBe(false);
    expect(allowed('http://localhost/')).toBe(false);
  });

  it('refuses an entry that is nothing of the kind', () => {
    expect(() => new AllowList(['http://x'])).toThrow("'http://x'");
  });
});
