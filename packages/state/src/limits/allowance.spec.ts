import { randomUUID } from 'node:crypto';
import { AccessState } from '../access-state';
import { Allowance } from './allowance';
import { takeTokens, type TokenBucket } from './token-bucket';

const url = process.env['PARLEY_TEST_REDIS_URL'] ?? '';
const states: AccessState[] = [];
/** Redis is slow on a machine that is busy with other tests: no gateway is to count by itself. */
const gateway = (): AccessState => {
  const state = new AccessState({ url, deadlineMs: 10_000, allowanceWaitMs: 10_000 });
  states.push(state);
  return state;
};
afterEach(async () => {
  await Promise.all(states.splice(0).map((state) => state.close()));
});

/** How many of `count` requests at once are let through. */
const spent = async (
  state: AccessState,
  keyId: string,
  perSecond: number,
  count: number,
): Promise<number> => {
  const allowance = state.budget.of(keyId, perSecond);
  const outcomes = await Promise.all(Array.from({ length: count }, () => allowance.spend()));
  return outcomes.filter(({ ok }) => ok).length;
};

it('lets a second’s worth through over all gateways, then refuses and says for how long', async () => {
  const keyId = randomUUID();
  const perSecond = 100;
  const startMs = performance.now();
  const counts = await Promise.all(
    [gateway(), gateway(), gateway()].map((one) => spent(one, keyId, perSecond, 100)),
  );
  const elapsedMs = performance.now() - startMs;
  const total = counts.reduce((sum, count) => sum + count, 0);
  expect(total).toBeGreaterThan(perSecond * 0.8);
  expect(total).toBeLessThanOrEqual(perSecond + Math.ceil((elapsedMs * perSecond) / 1000));
});

it('refuses beyond the limit, and lets in again after the time it names', async () => {
  let nowMs = 0;
  let bucket: TokenBucket | undefined;
  const run = (_script: unknown, _keys: unknown, [perSecond, wanted]: readonly (string | number)[]) => {
    const taken = takeTokens(bucket, Number(perSecond), Number(wanted), nowMs);
    bucket = taken.bucket;
    return Promise.resolve([taken.granted, Math.floor(taken.bucket.tokens), taken.retryAfterMs]);
  };
  const allowance = new Allowance({ run }, 'key', 2, () => nowMs);
  expect(await allowance.spend()).toEqual({ ok: true });
  expect(await allowance.spend()).toEqual({ ok: true });
  expect(await allowance.spend()).toEqual({ ok: false, retryAfterMs: 500 });
  expect(allowance.facts).toEqual({ limit: 2, remaining: 0, resetSeconds: 1 });
  nowMs = 250;
  expect(await allowance.spend()).toEqual({ ok: false, retryAfterMs: 250 });
  nowMs = 500;
  expect(await allowance.spend()).toEqual({ ok: true });
});

it('has no limit where there is none', async () => {
  const allowance = gateway().budget.of(randomUUID(), 0);
  for (let count = 0; count < 5_000; count++) expect(allowance.trySpend()).toBe(true);
});

it('counts as takeTokens does', async () => {
  const state = gateway();
  for (const perSecond of [1, 7, 50]) {
    const allowance = state.budget.of(randomUUID(), perSecond);
    const first = takeTokens(undefined, perSecond, 1, 0);
    expect(await allowance.spend()).toEqual({ ok: first.granted === 1 });
  }
});

it('keeps to the limit by itself while Redis is away', async () => {
  const state = new AccessState({ url: 'redis://127.0.0.1:1', deadlineMs: 50 });
  states.push(state);
  const startMs = performance.now();
  const count = await spent(state, 'key', 40, 80);
  const elapsedMs = performance.now() - startMs;
  expect(count).toBeGreaterThanOrEqual(40);
  expect(count).toBeLessThanOrEqual(40 + Math.ceil((elapsedMs * 40) / 1000));
});
