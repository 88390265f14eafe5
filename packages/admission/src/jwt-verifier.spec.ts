import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, exportJWK, generateKeyPair, type CryptoKey } from 'jose';
import { JwtVerifier, KeySetError } from './jwt-verifier';

const secret = 'a secret of at least thirty-two characters';
const secretBytes = new TextEncoder().encode(secret);

interface Made {
  readonly algorithm?: string;
  readonly key?: CryptoKey | Uint8Array;
  readonly kid?: string;
  readonly claims?: Record<string, unknown>;
  readonly expires?: string | null;
}

async function token({
  algorithm = 'HS256',
  key = secretBytes,
  kid,
  claims = {},
  expires = '1m',
}: Made = {}) {
  const made = new SignJWT({ sub: 'ann', ...claims }).setProtectedHeader({
    alg: algorithm,
    ...(kid === undefined ? {} : { kid }),
  });
  if (expires !== null) made.setExpirationTime(expires);
  return made.sign(key);
}

it('takes a token of the configured secret, and names who it is for without saying so', async () => {
  const verifier = new JwtVerifier({ secret });
  const endS = Math.floor(Date.now() / 1000) + 300;
  const verified = await verifier.verify(await token({ claims: { exp: endS }, expires: null }));
  expect(verified).toEqual({
    keyId: expect.stringMatching(/^jwt_[0-9a-f]{12}$/),
    scopes: ['realtime', 'rest'],
    expiresAtMs: endS * 1000,
  });
  expect((await verifier.verify(await token()))?.keyId).toBe(verified?.keyId);
  expect((await verifier.verify(await token({ claims: { sub: 'bob' } })))?.keyId).not.toBe(verified?.keyId);
});

it('takes the scopes a token names, and no others', async () => {
  const verifier = new JwtVerifier({ secret });
  const scoped = await verifier.verify(await token({ claims: { scope: 'realtime profile' } }));
  expect(scoped?.scopes).toEqual(['realtime']);
});

it.each<[string, Made]>([
  ['of another secret', { key: new TextEncoder().encode('another secret of thirty-two characters') }],
  ['that has ended', { expires: '-1m' }],
  ['that never ends', { expires: null }],
  ['of nobody', { claims: { sub: undefined } }],
  ['that holds from later on', { claims: { nbf: Math.floor(Date.now() / 1000) + 600 } }],
  ['of another issuer', { claims: { iss: 'other', aud: 'parley' } }],
  ['for somebody else', { claims: { iss: 'us', aud: 'other' } }],
])('refuses a token %s', async (_name, made) => {
  const strict = new JwtVerifier({ secret, issuer: 'us', audience: 'parley' });
  const fine = { iss: 'us', aud: 'parley' };
  expect(await strict.verify(await token({ claims: fine }))).toBeDefined();
  expect(await strict.verify(await token({ ...made, claims: { ...fine, ...made.claims } }))).toBeUndefined();
});

it('refuses a token without signature, and one that is none', async () => {
  const verifier = new JwtVerifier({ secret });
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  const body = (await token()).split('.')[1] ?? '';
  for (const text of [`${none}.${body}.`, `${none}.${body}.AA`, 'eyJ.x.y', '', 'a.b.c']) {
    expect(await verifier.verify(text)).toBeUndefined();
  }
});

describe('with a key set', () => {
  let server: Server;
  let address: string;
  let keys: object[] = [];
  let status = 200;
  beforeAll(async () => {
    server = createServer((_request, response) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ keys })),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it.each(['RS256', 'ES256'])('takes %s of a key in it, and of no other', async (algorithm) => {
    const [ours, theirs] = [await generateKeyPair(algorithm), await generateKeyPair(algorithm)];
    keys = [{ ...(await exportJWK(ours.publicKey)), kid: 'one', alg: algorithm }];
    const verifier = new JwtVerifier({ jwks: address });
    expect(await verifier.verify(await token({ algorithm, key: ours.privateKey, kid: 'one' }))).toBeDefined();
    expect(
      await verifier.verify(await token({ algorithm, key: theirs.privateKey, kid: 'one' })),
    ).toBeUndefined();
    expect(
      await verifier.verify(await token({ algorithm, key: ours.privateKey, kid: 'two' })),
    ).toBeUndefined();
    // A public key is no secret: a token signed with it as if it were one is worth nothing.
    const asSecret = new TextEncoder().encode(JSON.stringify(keys[0]));
    expect(await verifier.verify(await token({ key: asSecret, kid: 'one' }))).toBeUndefined();
  });

  it('says that it is away as against a bad token', async () => {
    status = 500;
    const { privateKey } = await generateKeyPair('ES256');
    const verifier = new JwtVerifier({ jwks: address });
    await expect(
      verifier.verify(await token({ algorithm: 'ES256', key: privateKey, kid: 'x' })),
    ).rejects.toThrow(KeySetError);
  });
});
