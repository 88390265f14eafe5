import { storedKey } from '@parley/admission/test-support';
import { digestOf } from '@parley/state';
import { openDoor, type OpenDoor, type OpenDoorOptions } from '../testing/open-door';

let door: OpenDoor;
afterEach(() => door.close());
const open = async (options: OpenDoorOptions) => {
  door = await openDoor(options);
};

const post = (headers: Readonly<Record<string, string>>) =>
  fetch(`${door.url}/chat/completions`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ messages: [{ role: 'user', content: 'Hi' }] }),
  });

const stored = 'sk-parley-' + 'a'.repeat(43);

describe('who may use the door of llm-router', () => {
  it('takes stored keys for what they are allowed, and counts what they use', async () => {
    const usage: [string, object][] = [];
    const keys = { find: async (digest: string) => (digest === digestOf(stored) ? storedKey() : undefined) };
    const onUsage = (keyId: string, used: object) => void usage.push([keyId, used]);
    await open({ keys: ['sk-one'], admission: { keys, onUsage } });
    expect((await post({ authorization: `Bearer ${stored}` })).status).toBe(200);
    expect((await post({ 'api-key': 'sk-one' })).status).toBe(200);
    expect(usage.slice(0, 2)).toMatchObject([
      ['key_1', { requests: 1 }],
      ['key_1', { inputTokens: 1, outputTokens: 3, unpriced: 1 }],
    ]);
  });

  it('refuses a key whose budget is used up', async () => {
    const day = { nanoUsd: 5_000_000_000, tokens: null };
    const spent = { nanoUsd: 5_100_000_000, tokens: 0 };
    const spending = { day: spent, month: spent, budgets: { day, month: { nanoUsd: null, tokens: null } } };
    await open({ keys: ['sk-one'], admission: { spending } });
    const response = await post({ authorization: 'Bearer sk-one' });
    expect([response.status, await response.json()]).toMatchObject([
      429,
      {
        error: {
          code: 'insufficient_quota',
          message: 'The budget of this key for the day is used up: 5.10 of 5.00 US dollars.',
        },
      },
    ]);
  });

  it('refuses a key that may only hold sessions', async () => {
    await open({
      keys: ['sk-one'],
      admission: { keys: { find: async () => storedKey({ scopes: ['realtime'] }) } },
    });
    const response = await post({ authorization: `Bearer ${stored}` });
    expect([response.status, await response.json()]).toMatchObject([
      403,
      { error: { code: 'insufficient_permissions' } },
    ]);
  });

  it('holds a key to its limit', async () => {
    const allowance = {
      trySpend: () => false,
      spend: async () => ({ ok: false as const, retryAfterMs: 1_500 }),
      facts: { limit: 1, remaining: 0, resetSeconds: 1 },
    };
    await open({ keys: ['sk-one'], admission: { allowance } });
    const response = await post({ authorization: 'Bearer sk-one' });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '2']);
  });

  it('refuses pages of elsewhere where no key is needed', async () => {
    await open({ keys: [] });
    expect((await post({ origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await post({ origin: 'http://localhost:3000' })).status).toBe(200);
  });
});
