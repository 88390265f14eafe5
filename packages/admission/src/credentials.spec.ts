import { isJwt, presentedKeys } from './credentials';

const basic = (text: string): { authorization: string } => ({
  authorization: `Basic ${Buffer.from(text).toString('base64')}`,
});
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln';

it.each<[string, Record<string, string>, string[]]>([
  ['nothing', {}, []],
  ['a bearer token', { authorization: 'Bearer sk-1' }, ['sk-1']],
  ['a bearer token in other letters', { authorization: 'bEARER  sk-1 ' }, ['sk-1']],
  ['another scheme', { authorization: 'Digest sk-1' }, []],
  ['an api-key header', { 'api-key': 'sk-1' }, ['sk-1']],
  ['a subprotocol', { 'sec-websocket-protocol': 'realtime, openai-insecure-api-key.sk-1' }, ['sk-1']],
  ['an empty subprotocol', { 'sec-websocket-protocol': 'openai-insecure-api-key.' }, []],
  ['a bearer token before the others', { authorization: 'Bearer sk-1', 'api-key': 'sk-2' }, ['sk-1']],
  ['key and secret', basic('id:sk-1'), [basic('id:sk-1').authorization.slice(6), 'id:sk-1', 'sk-1']],
  ['a user without password', basic('sk-1:'), [basic('sk-1:').authorization.slice(6), 'sk-1:', 'sk-1']],
  ['a portal key that is no pair', { authorization: 'Basic cG9ydGFs' }, ['cG9ydGFs', 'portal']],
  ['a key that is too long', { authorization: `Bearer ${'x'.repeat(9_000)}` }, []],
])('finds the key in %s', (_name, headers, keys) => {
  expect(presentedKeys(headers)).toEqual(keys);
});

it('takes only what ends by itself from an address', () => {
  const from = (token: string) => presentedKeys({}, new URLSearchParams({ token }));
  expect(from('ek_1')).toEqual(['ek_1']);
  expect(from(jwt)).toEqual([jwt]);
  expect(from('sk-1')).toEqual([]);
  expect(presentedKeys({ authorization: 'Bearer sk-1' }, new URLSearchParams({ token: 'ek_1' }))).toEqual([
    'sk-1',
  ]);
});

it.each([
  [jwt, true],
  ['eyJ.a', false],
  ['a.b.c', false],
  ['eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.', false],
])('knows whether %s can be a JSON Web Token', (text, expected) => {
  expect(isJwt(text)).toBe(expected);
});
