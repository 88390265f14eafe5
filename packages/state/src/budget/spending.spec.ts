import { randomUUID } from 'node:crypto';
import { startRedis, waitFor } from '@parley/testing';
import * as fc from 'fast-check';
import { AccessState } from '../access-state';
import { RedisConnection } from '../redis/connection';
import { UsageRecorder } from '../usage/usage-recorder';
import { noBudget, plus, nothingSpent, type Expenses } from './budget';
import { Spending } from './spending';

const url = process.env['PARLEY_TEST_REDIS_URL'] ?? '';
let connection: RedisConnection;
beforeAll(() => (connection = new RedisConnection({ url, deadlineMs: 1_000 })));
afterAll(() => connection.close());

interface Gateway {
  readonly usage: UsageRecorder;
  readonly spending: Spending;
}

function gateway(
  nowMs = Date.now,
  run: RedisConnection['run'] = (...args) => connection.run(...args),
): Gateway {
  const usage: UsageRecorder = new UsageRecorder(
    { run },
    { nowMs, onSpent: (keyId, day, reply) => spending.told(keyId, day, reply) },
  );
  const spending = new Spending({ run }, { nowMs, unstored: (keyId) => usage.unstored(keyId) });
  return { usage, spending };
}

const spend = ({ usage }: Gateway, keyId: string, { nanoUsd, tokens }: Expenses): void =>
  usage.add(keyId, { costNanoUsd: nanoUsd, inputTokens: tokens }, 'acme/one');

it('adds up by day and month, over all gateways', async () => {
  const keyId = randomUUID();
  let nowMs = Date.UTC(2026, 10, 29, 23, 59);
  const [one, two] = [gateway(() => nowMs), gateway(() => nowMs)];
  spend(one, keyId, { nanoUsd: 5, tokens: 10 });
  expect(one.spending.of(keyId)).toMatchObject({ day: { nanoUsd: 5 }, month: { nanoUsd: 5 } });
  await one.usage.flush();
  spend(two, keyId, { nanoUsd: 7, tokens: 1 });
  expect((await two.spending.load(keyId)).day).toEqual({ nanoUsd: 12, tokens: 11 });
  nowMs += 60_000;
  expect(await two.spending.load(keyId)).toEqual({
    day: nothingSpent,
    month: { nanoUsd: 12, tokens: 11 },
    budgets: null,
  });
  nowMs += 86_400_000;
  expect((await two.spending.load(keyId)).month).toEqual(nothingSpent);
  await Promise.all([one.usage.close(), two.usage.close()]);
});

it('is known at once for as long as Redis was asked lately', async () => {
  const keyId = randomUUID();
  let nowMs = Date.UTC(2026, 10, 29, 12);
  const here = gateway(() => nowMs);
  expect(here.spending.freshBudgets(keyId)).toBeUndefined();
  await here.spending.load(keyId);
  expect(here.spending.freshBudgets(keyId)).toBeNull();
  const own = { day: { nanoUsd: 5, tokens: null }, month: noBudget };
  await here.spending.setBudgets(keyId, own);
  expect(here.spending.freshBudgets(keyId)).toEqual(own);
  nowMs += 3_000;
  expect(here.spending.freshBudgets(keyId)).toBeUndefined();
  await here.usage.close();
});

it('counts everything once, whatever is stored when and whose answers are lost', async () => {
  const charge = fc.record({
    gateway: fc.nat(2),
    nanoUsd: fc.nat(1_000),
    tokens: fc.nat(1_000),
    then: fc.constantFrom('nothing', 'store', 'store, and the answer is lost'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(charge, { maxLength: 25 }), async (charges) => {
      const keyId = randomUUID();
      let losing = false;
      const lossy: RedisConnection['run'] = async (...args) => {
        const answer = await connection.run(...args);
        if (losing) throw new Error('the answer is lost');
        return answer;
      };
      const gateways = [gateway(Date.now, lossy), gateway(Date.now, lossy), gateway(Date.now, lossy)];
      let total = nothingSpent;
      for (const { gateway: index, then, ...amount } of charges) {
        const here = gateways[index]!;
        const before = here.spending.of(keyId).month;
        spend(here, keyId, amount);
        total = plus(total, amount);
        expect(here.spending.of(keyId).month).toEqual(plus(before, amount));
        losing = then === 'store, and the answer is lost';
        if (then !== 'nothing') await here.usage.flush();
        losing = false;
      }
      await Promise.all(gateways.map(({ usage }) => usage.close()));
      const { day, month } = await gateway().spending.fetch(keyId);
      expect([day, month]).toEqual([total, total]);
    }),
    { numRuns: 25 },
  );
});

it('knows budgets from when they are set, and those of other gateways soon', async () => {
  const keyId = randomUUID();
  let nowMs = Date.now();
  const [one, two] = [gateway(() => nowMs), gateway(() => nowMs)];
  expect((await two.spending.load(keyId)).budgets).toBeNull();
  const budgets = { day: { nanoUsd: 5, tokens: null }, month: noBudget };
  await one.spending.setBudgets(keyId, budgets);
  expect((await one.spending.load(keyId)).budgets).toEqual(budgets);
  nowMs += 2_001;
  expect((await two.spending.load(keyId)).budgets).toEqual(budgets);
  await one.spending.setBudgets(keyId, null);
  expect((await one.spending.load(keyId)).budgets).toBeNull();
  await Promise.all([one.usage.close(), two.usage.close()]);
});

it('goes by what it knows while Redis is away, and stores it afterwards', async () => {
  const redis = await startRedis();
  const state = new AccessState({ url: redis.url, deadlineMs: 300 });
  try {
    const keyId = randomUUID();
    const day = { nanoUsd: 100, tokens: null };
    await state.spending.setBudgets(keyId, { day, month: noBudget });
    state.usage.add(keyId, { costNanoUsd: 40 });
    await state.spending.load(keyId);
    await redis.pause();
    state.usage.add(keyId, { costNanoUsd: 70 });
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(await state.spending.load(keyId)).toMatchObject({ budgets: { day }, day: { nanoUsd: 110 } });
    await redis.resume();
    await waitFor('the store', 10_000, async () => {
      await state.usage.flush();
      return (await state.spending.fetch(keyId).catch(() => undefined))?.day.nanoUsd === 110;
    });
  } finally {
    await state.close();
    await redis.stop();
  }
});
