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

it('keeps no more of one key than it may, until some has ended', async () => {
  const [mine, other] = [`key_${randomUUID()}`, `key_${randomUUID()}`];
  const put = (keyId: string, forMs: number, session: unknown) =>
    state.secrets.put(digestOf(randomUUID()), { ...record(Date.now() + forMs), keyId, session });
  expect(await put(mine, 60_000, 'x'.repeat(1_000_000))).toBe(true);
  const name = `parley:secrets:{${mine}}`;
  const [ends = '', bytes = ''] = Object.entries(await raw.hgetall(name))[0] ?? [];
  expect(Number(bytes)).toBeGreaterThan(1_000_000);
  expect(Number(ends)).toBeGreaterThan(Date.now() + 60_000);
  const askedMs = Date.now();
  expect(await raw.pttl(name)).toBeLessThanOrEqual(Number(ends) - askedMs);

  await raw.hset(name, ends, 256 * 1024 * 1024 - 1_000);
  expect(await put(mine, 60_000, 'x'.repeat(1_000))).toBe(false);
  expect(await put(other, 60_000, 'x'.repeat(1_000))).toBe(true);
  await raw.hdel(name, ends);
  const ended = String(Date.now() - 1);
  await raw.hset(name, ended, 256 * 1024 * 1024);
  expect(await put(mine, 60_000, 'x'.repeat(1_000))).toBe(true);
  expect(await raw.hexists(name, ended)).toBe(0);
});
