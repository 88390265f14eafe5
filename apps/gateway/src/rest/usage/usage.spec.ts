import { randomUUID } from 'node:crypto';
import { keyIdOf } from '@parley/admission';
import { AccessState, dayOf, digestOf, newKeyText, noBudget, noUsage, type Scope } from '@parley/state';
import * as fc from 'fast-check';
import { serveWorker } from '../../doors/testing';
import { FakeVoice } from '../../session/shell/testing/fake-workers';
import { startRest, type TestRest } from '../test-support';
import { usagePage } from './usage-page';
import { queryOf, usageParams, usageQuery } from './usage-query';

const configured = `sk-${randomUUID()}`;
const state = new AccessState({ url: process.env['PARLEY_TEST_REDIS_URL'] ?? '' });
let rest: TestRest;
beforeAll(async () => {
  rest = await startRest({ PARLEY_API_KEYS: configured, PARLEY_KEY_BUDGET_DAY_USD: '2.5' });
  await serveWorker(rest.bus, 'tts', new FakeVoice().open);
});
afterAll(async () => {
  await rest.stop();
  await state.close();
});

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const get = (path: string, key: string) => rest.call(path, { headers: bearer(key) });

async function storedKey(
  scopes: readonly Scope[] = ['realtime', 'rest'],
): Promise<{ key: string; id: string }> {
  const key = newKeyText();
  const id = `key_${randomUUID().slice(0, 12)}`;
  const limits = { maxSessions: null, requestsPerSecond: null };
  const record = { id, name: '', scopes: [...scopes], createdAtMs: Date.now(), expiresAtMs: null, ...limits };
  await state.keys.create(digestOf(key), record);
  return { key, id };
}

async function uses(id: string, model: string, tokens: number): Promise<void> {
  const usage = { inputTokens: tokens, outputTokens: 1, cachedInputTokens: 2, costNanoUsd: 1_500_000 };
  state.usage.add(id, usage, model);
  await state.usage.flush();
}

const results = (page: unknown): Record<string, unknown>[] =>
  (page as { data: { results: Record<string, unknown>[] }[] }).data.flatMap((bucket) => bucket.results);

describe('GET /v1/usage', () => {
  it('tells a key its own usage, by model where it asks', async () => {
    const { key, id } = await storedKey();
    await uses(id, 'acme/one', 10);
    await uses(id, 'acme/two', 20);
    const { status, body } = await get('/v1/usage', key);
    expect([status, body]).toMatchObject([200, { object: 'page', has_more: false, next_page: null }]);
    expect((body as { data: unknown[] }).data).toHaveLength(7);
    expect(results(body)).toMatchObject([
      {
        ...{ object: 'usage.result', api_key_id: null, model: null, num_unpriced: 0 },
        ...{ input_tokens: 30, output_tokens: 2, input_cached_tokens: 4 },
        cost: { value: '0.003', currency: 'usd' },
      },
    ]);
    const byModel = await get('/v1/usage?group_by[]=model&group_by[]=api_key_id', key);
    expect(results(byModel.body)).toMatchObject([
      { api_key_id: id, model: 'acme/one', input_tokens: 10 },
      { api_key_id: id, model: 'acme/two', input_tokens: 20 },
    ]);
  });

  it('tells others nothing of it, and an admin everything', async () => {
    const [mine, other, admin] = [await storedKey(), await storedKey(), await storedKey(['admin'])];
    await uses(mine.id, 'acme/one', 10);
    await uses(other.id, 'acme/one', 5);
    const refused = await get(`/v1/usage?api_key_ids=${mine.id}`, other.key);
    expect([refused.status, refused.body]).toMatchObject([
      403,
      { error: { code: 'insufficient_permissions', param: 'api_key_ids' } },
    ]);
    expect(results((await get('/v1/usage', other.key)).body)).toMatchObject([{ input_tokens: 5 }]);
    const both = await get(
      `/v1/usage?group_by=api_key_id&api_key_ids=${mine.id}&api_key_ids=${other.id}`,
      admin.key,
    );
    expect(results(both.body).map(({ api_key_id: id }) => id)).toEqual([mine.id, other.id].toSorted());
    const all = await get(
      '/v1/usage?group_by=api_key_id&limit=1&start_time=' + Math.floor(Date.now() / 1_000),
      admin.key,
    );
    expect(results(all.body).map(({ api_key_id: id }) => id)).toEqual(
      expect.arrayContaining([mine.id, other.id]),
    );
  });

  it.each([
    ['start_time=soon', 'start_time'],
    ['bucket_width=1h', 'bucket_width'],
    ['group_by=user', 'group_by[0]'],
    ['limit=32', 'limit'],
    ['page=2', 'page'],
    ['project=x', 'project'],
  ])('refuses %s', async (query, param) => {
    expect((await get(`/v1/usage?${query}`, configured)).body).toMatchObject({ error: { param } });
  });

  it('pages through every day once, in order', () => {
    fc.assert(
      fc.property(
        fc.nat(40_000_000),
        fc.integer({ min: 1, max: 40_000_000 }),
        fc.integer({ min: 1, max: 31 }),
        (from, length, limit) => {
          const base = {
            start_time: String(1_700_000_000 + from),
            end_time: String(1_700_000_000 + from + length),
          };
          const days: string[] = [];
          let page: string | null = null;
          do {
            const search: URLSearchParams = new URLSearchParams({
              ...base,
              limit: String(limit),
              ...(page && { page }),
            });
            const query = usageQuery(usageParams.parse(queryOf(search)), Date.now());
            expect(query.days.length).toBeLessThanOrEqual(limit);
            days.push(...query.days);
            page = query.nextPage;
          } while (page !== null);
          expect(days).toEqual([...new Set(days)].toSorted());
          const ends = [from, from + length - 1].map((second) => dayOf((1_700_000_000 + second) * 1_000));
          expect([days[0], days.at(-1)]).toEqual(ends);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('adds up to the same whatever it is grouped by', async () => {
    const names = ['', 'acme/one', 'acme/two'];
    const row = fc.record({ key: fc.nat(3), model: fc.nat(2), tokens: fc.nat(1_000) });
    await fc.assert(
      fc.asyncProperty(fc.array(row), async (rows) => {
        const usageOn = async (_day: string, keyId: string) =>
          new Map(
            names.map((name, index) => [
              name,
              {
                ...noUsage,
                inputTokens: rows
                  .filter(({ key, model }) => String(key) === keyId && model === index)
                  .reduce((sum, { tokens }) => sum + tokens, 0),
              },
            ]),
          );
        const total = rows.reduce((sum, { tokens }) => sum + tokens, 0);
        for (const groupBy of [[], ['model'], ['api_key_id'], ['model', 'api_key_id']] as const) {
          const query = { days: ['2026-11-29'], groupBy, keyIds: undefined, nextPage: null };
          const { data } = await usagePage(query, { usageOn }, async () => ['0', '1', '2', '3']);
          const sum = (data[0]?.results ?? []).reduce((all, { input_tokens: tokens }) => all + tokens, 0);
          expect(sum).toBe(total);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('budgets of keys', () => {
  const path = (id: string) => `/v1/keys/${id}/budget`;

  it('are the operator’s until an admin sets others, and again when they are taken away', async () => {
    const [mine, admin] = [await storedKey(), await storedKey(['admin'])];
    await uses(mine.id, 'acme/one', 10);
    expect((await get(path('me'), mine.key)).body).toEqual({
      ...{ object: 'key.budget', api_key_id: mine.id, source: 'default' },
      day: { usd: '2.50', tokens: null, used: { usd: '0.0015', tokens: 11 } },
      month: { usd: null, tokens: null, used: { usd: '0.0015', tokens: 11 } },
    });
    const body = { day: { tokens: 500 }, month: { usd: '10.25' } };
    const set = await rest.call(path(mine.id), { method: 'PUT', headers: bearer(admin.key), body });
    expect([set.status, set.body]).toMatchObject([
      200,
      { source: 'key', day: { usd: null, tokens: 500 }, month: { usd: '10.25', tokens: null } },
    ]);
    const gone = await rest.call(path(mine.id), { method: 'DELETE', headers: bearer(admin.key) });
    expect(gone.body).toMatchObject({ source: 'default' });
  });

  it('are set by admins alone, and seen by nobody else', async () => {
    const [mine, other] = [await storedKey(), await storedKey()];
    expect((await get(path(other.id), mine.key)).status).toBe(403);
    const set = await rest.call(path('me'), { method: 'PUT', headers: bearer(mine.key), body: {} });
    expect(set.status).toBe(403);
  });

  it('are of keys that there are', async () => {
    const admin = await storedKey(['admin']);
    const set = (id: string) =>
      rest.call(path(id), { method: 'PUT', headers: bearer(admin.key), body: { day: { tokens: 5 } } });
    expect(await set('nokey')).toMatchObject({
      status: 404,
      body: { error: { type: 'invalid_request_error', code: 'invalid_value', param: 'id' } },
    });
    expect((await set(keyIdOf(digestOf(configured)))).status).toBe(200);
    await state.spending.setBudgets(keyIdOf(digestOf(configured)), null);
  });

  it('refuse amounts that are none', async () => {
    const admin = await storedKey(['admin']);
    const call = { method: 'PUT', headers: bearer(admin.key), body: { day: { usd: '1e3' } } };
    expect((await rest.call(path('me'), call)).body).toMatchObject({
      error: { code: 'invalid_value', param: 'day.usd' },
    });
  });

  it('end what costs something when they are used up, and nothing else', async () => {
    const { key, id } = await storedKey();
    await state.spending.setBudgets(id, { day: { nanoUsd: 1_000_000, tokens: null }, month: noBudget });
    const speak = () =>
      rest.call('/v1/audio/speech', {
        method: 'POST',
        headers: bearer(key),
        body: { input: 'Hi.', voice: 'alloy', model: 'tts-1', response_format: 'pcm', stream_format: 'sse' },
      });
    await uses(id, 'acme/one', 10);
    expect(await speak().catch((error: unknown) => error)).toMatchObject({
      status: 429,
      body: { error: { type: 'invalid_request_error', code: 'insufficient_quota' } },
    });
    expect((await get('/v1/usage', key)).status).toBe(200);
  });
});

it('configured keys are known by their ids', async () => {
  expect((await get('/v1/keys/me/budget', configured)).body).toMatchObject({
    api_key_id: keyIdOf(digestOf(configured)),
  });
});
