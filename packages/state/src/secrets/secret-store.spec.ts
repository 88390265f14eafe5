import { randomUUID } from 'node:crypto';
import { waitFor } from '@parley/testing';
import { Redis } from 'ioredis';
import { AccessState } from '../access-state';
import { digestOf } from '../keys/key-text';
import type { SecretRecord } from './secret-store';

const url = process.env['PARLEY_TEST_REDIS_URL'] ?? '';
const state = new AccessState({ url });
const raw = new Redis(url);
afterAll(async () => {
  await state.close();
  raw.disconnect();
});

const record = (expiresAtMs: number): SecretRecord => ({
  keyId: 'key_1',
  keyDigest: null,
  scopes: ['realtime'],
  expiresAtMs,
  session: { type: 'realtime' },
  model: 'acme/one',
});

it('keeps a secret until it expires, under its digest alone', async () => {
  const secret = `ek_${randomUUID()}`;
  const kept = record(Date.now() + 60_000);
  await state.secrets.put(digestOf(secret), kept);
  expect(await state.secrets.find(digestOf(secret))).toEqual(kept);
  expect(await raw.keys(`*${secret}*`)).toEqual([]);
  expect(await raw.pttl(`parley:secret:${digestOf(secret)}`)).toBeGreaterThan(50_000);

  await state.secrets.put(digestOf(secret), record(Date.now() + 50));
  await waitFor('the end', 5_000, async () => (await state.secrets.find(digestOf(secret))) === undefined);
});

it('does not trust what is stored otherwise', async () => {
  const digest = digestOf(randomUUID());
  await raw.set(`parley:secret:${digest}`, '{"keyId":1}');
  await expect(state.secrets.find(digest)).rejects.toMatchObject({ name: 'StateError', code: 'invalid' });
});
