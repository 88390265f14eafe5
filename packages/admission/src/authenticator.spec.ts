import { StateError, digestOf, newKeyText, type KeyRecord, type SecretRecord } from '@parley/state';
import type { Authentication } from './principal';
import { storedKey, testAdmission, type TestAdmissionOptions } from './test-support';

const stored = newKeyText();
const away = new StateError('unavailable', 'redis is not available');

/** What Redis has, and whether it is there. */
function redis(records: Record<string, KeyRecord> = { [stored]: storedKey() }) {
  const world = {
    away: false,
    asked: 0,
    find: async (digest: string): Promise<KeyRecord | undefined> => {
      world.asked++;
      if (world.away) throw away;
      return Object.entries(records).find(([key]) => digestOf(key) === digest)?.[1];
    },
  };
  return world;
}

const ask = (
  { authenticator }: ReturnType<typeof testAdmission>,
  key: string | undefined,
): Promise<Authentication> =>
  authenticator.authenticate(key === undefined ? {} : { authorization: `Bearer ${key}` });

const limits = { maxSessions: 20, requestsPerSecond: 1000 };
const admission = (options: TestAdmissionOptions = {}) => testAdmission({ limits, ...options });

it('knows configured keys, with the limits of the configuration', async () => {
  const { principal } = await ask(admission({ apiKeys: ['one', 'two'] }), 'two');
  expect(principal).toEqual({
    keyId: digestOf('two').slice(0, 12),
    keyDigest: digestOf('two'),
    scopes: ['realtime', 'rest'],
    limits,
  });
});

it('knows a configured key however an Inworld client sends it', async () => {
  const target = admission({ apiKeys: ['id:secret', 'cG9ydGFs', 'alone'] });
  for (const text of ['id:secret', 'portal', 'any:alone', 'alone:']) {
    const authorization = `Basic ${Buffer.from(text).toString('base64')}`;
    expect((await target.authenticator.authenticate({ authorization })).principal).toBeDefined();
  }
  const wrong = `Basic ${Buffer.from('id:wrong').toString('base64')}`;
  expect((await target.authenticator.authenticate({ authorization: wrong })).refusal?.status).toBe(401);
});

it('knows stored keys, with limits and rights of their own', async () => {
  const record = storedKey({ scopes: ['rest'], maxSessions: 0, requestsPerSecond: 5 });
  const { principal } = await ask(admission({ keys: redis({ [stored]: record }) }), stored);
  expect(principal).toMatchObject({
    keyId: 'key_1',
    scopes: ['rest'],
    limits: { maxSessions: 0, requestsPerSecond: 5 },
  });
});

it('refuses a stored key that has ended', async () => {
  let nowMs = 0;
  const keys = redis({ [stored]: storedKey({ expiresAtMs: 1_000 }) });
  const target = admission({ keys, now: { epochMs: () => nowMs } });
  expect((await ask(target, stored)).principal).toBeDefined();
  nowMs = 1_000;
  expect((await ask(target, stored)).refusal?.status).toBe(401);
});

it('asks Redis once for a key in use, once for a wrong one, and never for what cannot be one', async () => {
  const keys = redis();
  const target = admission({ keys });
  const wrong = newKeyText();
  for (let round = 0; round < 5; round++) {
    await Promise.all([stored, wrong, 'sk-other'].map((key) => ask(target, key)));
  }
  expect(keys.asked).toBe(2);
});

it('believes configured keys, and stored ones it has seen, while Redis is away', async () => {
  const keys = redis();
  let nowMs = 0;
  const target = admission({ apiKeys: ['one'], keys, now: { epochMs: () => nowMs } });
  await ask(target, stored);
  keys.away = true;
  nowMs = 30 * 60_000;
  expect((await ask(target, 'one')).principal).toBeDefined();
  expect((await ask(target, stored)).principal).toBeDefined();
  const unavailable = { status: 503, error: { type: 'server_error', code: 'state_unavailable' } };
  expect((await ask(target, newKeyText())).refusal).toMatchObject(unavailable);
  nowMs = 61 * 60_000;
  expect((await ask(target, stored)).refusal).toMatchObject(unavailable);
});

it('forgets a key that was revoked', async () => {
  const records: Record<string, KeyRecord> = { [stored]: storedKey() };
  let nowMs = 0;
  const target = admission({ keys: redis(records), now: { epochMs: () => nowMs } });
  await ask(target, stored);
  delete records[stored];
  nowMs = 5_000;
  expect((await ask(target, stored)).refusal?.status).toBe(401);
});

describe('secrets', () => {
  const record = (fields: Partial<SecretRecord> = {}): SecretRecord => ({
    keyId: 'key_1',
    keyDigest: digestOf(stored),
    scopes: ['realtime'],
    expiresAtMs: Date.now() + 60_000,
    session: null,
    model: 'acme/one',
    ...fields,
  });
  const withSecret = (fields: Partial<SecretRecord>, options: TestAdmissionOptions = {}) =>
    admission({
      keys: redis(),
      secrets: { find: async (digest) => (digest === digestOf('ek_1') ? record(fields) : undefined) },
      ...options,
    });

  it('do what they were made for, under the limits of their key', async () => {
    const { principal } = await ask(withSecret({ session: { type: 'realtime' } }), 'ek_1');
    expect(principal).toMatchObject({
      keyId: 'key_1',
      scopes: ['realtime'],
      limits,
      secret: { session: { type: 'realtime' }, model: 'acme/one' },
    });
  });

  it('end by themselves, and with their key', async () => {
    expect((await ask(withSecret({ expiresAtMs: Date.now() - 1 }), 'ek_1')).refusal?.status).toBe(401);
    expect((await ask(withSecret({}, { keys: redis({}) }), 'ek_1')).refusal?.status).toBe(401);
    expect((await ask(withSecret({ keyDigest: digestOf('gone') }), 'ek_1')).refusal?.status).toBe(401);
  });

  it('cannot be checked while Redis is away', async () => {
    const secrets = { find: () => Promise.reject(away) };
    expect((await ask(admission({ secrets }), 'ek_1')).refusal?.status).toBe(503);
  });
});

it('lets anyone in, without limits, where no key is configured', async () => {
  const target = admission({ apiKeys: [] });
  for (const key of [undefined, 'whatever']) {
    expect((await ask(target, key)).principal?.limits).toEqual({ maxSessions: 0, requestsPerSecond: 0 });
  }
  expect((await ask(target, 'ek_unknown')).refusal?.status).toBe(401);
});
