import { StateError, noBudget, nothingSpent, digestOf, newKeyText, type KeySpending } from '@parley/state';
import { storedKey, testAdmission, type TestAdmissionOptions } from './test-support';

const stored = newKeyText();
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

interface World extends TestAdmissionOptions {
  /** Requests that may be made at once; more must wait for Redis, which has as many. */
  readonly held?: number;
}

/** Admission, and what it counted. */
function world({ held = 10, ...options }: World = {}) {
  const counted: object[] = [];
  let left = held;
  const facts = { limit: 0, remaining: 0, resetSeconds: 0 };
  const trySpend = () => left-- > 0;
  const allowance = { trySpend, spend: async () => ({ ok: true }) as const, facts };
  const keys = {
    find: async (digest: string) =>
      digest === digestOf(stored) ? storedKey({ scopes: ['rest'] }) : undefined,
  };
  const onUsage = (_: string, usage: object) => void counted.push(usage);
  const { admission } = testAdmission({ apiKeys: ['one'], keys, allowance, onUsage, ...options });
  return { admission, counted };
}

describe('who is let in to spend at once', () => {
  it('is whose key is configured, and is counted once', () => {
    const { admission, counted } = world();
    expect(admission.admitToSpendAtOnce(bearer('one'), 'rest')).toMatchObject({ keyDigest: digestOf('one') });
    expect(counted).toEqual([{ requests: 1 }]);
  });

  it('is known again by its key, and nobody by one that is nearly the same', () => {
    const { admission, counted } = world();
    const of = (key: string) => admission.admitToSpendAtOnce(bearer(key), 'rest')?.keyDigest;
    expect([of('one'), of('one'), of('on'), of('onf'), of('one1')]).toEqual([
      digestOf('one'),
      digestOf('one'),
      undefined,
      undefined,
      undefined,
    ]);
    expect(counted).toHaveLength(2);
  });

  it('is whose key was looked up lately', async () => {
    let nowMs = 0;
    const { admission } = world({ now: { epochMs: () => nowMs } });
    const atOnce = () => admission.admitToSpendAtOnce(bearer(stored), 'rest');
    expect(atOnce()).toBeUndefined();
    await admission.admitToSpend(bearer(stored), 'rest');
    expect(atOnce()).toMatchObject({ keyId: 'key_1' });
    nowMs += 60_000;
    expect(atOnce()).toBeUndefined();
  });

  it.each<[string, World, Record<string, string>]>([
    ['a key is wrong', {}, bearer('two')],
    ['there is no key', {}, {}],
    [
      'a page may not connect',
      { allowedOrigins: ['https://a.example'] },
      { ...bearer('one'), origin: 'https://b.example' },
    ],
    ['the limit must be asked of Redis', { held: 0 }, bearer('one')],
    ['the budget is used up', { spending: spent() }, bearer('one')],
  ])('is nobody, and nothing is counted, where %s', (_, options, headers) => {
    const { admission, counted } = world(options);
    expect(admission.admitToSpendAtOnce(headers, 'rest')).toBeUndefined();
    expect(counted).toEqual([]);
  });

  it('is no key that lacks the permission', async () => {
    const { admission } = world();
    await admission.admitToSpend(bearer(stored), 'rest');
    expect(admission.admitToSpendAtOnce(bearer(stored), 'realtime')).toBeUndefined();
  });

  it('is no stored key while Redis is away that was not looked up lately', async () => {
    let nowMs = 0;
    let away = false;
    const find = async () => {
      if (away) throw new StateError('unavailable', 'redis is not available');
      return storedKey();
    };
    const { admission } = world({ keys: { find }, now: { epochMs: () => nowMs } });
    await admission.admitToSpend(bearer(stored), 'rest');
    nowMs += 60_000;
    away = true;
    expect(admission.admitToSpendAtOnce(bearer(stored), 'rest')).toBeUndefined();
    expect((await admission.admitToSpend(bearer(stored), 'rest')).principal).toBeDefined();
  });
});

function spent(): KeySpending {
  const day = { nanoUsd: 5, tokens: null };
  return { day: { nanoUsd: 6, tokens: 0 }, month: nothingSpent, budgets: { day, month: noBudget } };
}
