import { ConfigError } from '@parley/config';
import { config } from './config';

it('listens on loopback port 8080 with any key when nothing is set', () => {
  expect(config({})).toMatchObject({ PARLEY_HOST: '127.0.0.1', PARLEY_PORT: 8080, PARLEY_API_KEYS: [] });
});

it.each(['127.0.0.1', '127.8.8.8', 'localhost', '::1', '[::1]', '::ffff:127.0.0.1'])(
  'needs no key on %s',
  (host) => {
    expect(config({ PARLEY_HOST: host }).PARLEY_HOST).toBe(host);
  },
);

it.each(['0.0.0.0', '::', '10.0.0.1', 'example.org', '127.0.0.1.example.org'])(
  'refuses %s without keys',
  (host) => {
    expect(() => config({ PARLEY_HOST: host })).toThrow(ConfigError);
    expect(() => config({ PARLEY_HOST: host })).toThrow(/PARLEY_API_KEYS is not set.*PARLEY_HOST/);
    expect(config({ PARLEY_HOST: host, PARLEY_API_KEYS: 'a, b' }).PARLEY_API_KEYS).toEqual(['a', 'b']);
  },
);

it('wants certificate and key together', () => {
  expect(() => config({ PARLEY_TLS_CERT: 'cert.pem' })).toThrow(/together/);
});

it('lets the largest event of the protocol through', () => {
  expect(config({}).PARLEY_MAX_FRAME_BYTES).toBeGreaterThan((15 * 1024 * 1024 * 4) / 3 + 1024);
});
