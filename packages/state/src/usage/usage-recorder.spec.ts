import { randomUUID } from 'node:crypto';
import { startRedis, waitFor } from '@parley/testing';
import * as fc from 'fast-check';
import { Redis } from 'ioredis';
import { AccessState } from '../access-state';
import { RedisConnection } from '../redis/connection';
import { readUsage, readUsageOf, readUsers } from './usage-reader';
import { UsageRecorder } from './usage-recorder';
import { noUsage, usageKey, type Usage } from './usage';
import { UsageTally } from './usage-tally';

const url = process.env['PARLEY_TEST_REDIS_URL'] ?? '';
let connection: RedisConnection;
beforeAll(() => (connection = new RedisConnection({ url, deadlineMs: 1_000 })));
afterAll(() => connection.close());

const newYear = Date.UTC(2026, 11, 31, 23, 59, 59);

it('adds up by key and UTC day, over all gateways', async () => {
  const keyId = randomUUID();
  let nowMs = newYear;
  const recorders = [1, 2].map(() => new UsageRecorder(connection, { nowMs: () => nowMs }));
  for (const recorder of recorders) {
    recorder.add(keyId, { sessions: 1, audioInMs: 20.4 });
    recorder.add(keyId, { audioInMs: 20.4, inputTokens: 7 });
  }
  nowMs += 1_000;
  recorders[0]?.add(keyId, { outputTokens: 3 });
  await Promise.all(recorders.map((recorder) => recorder.close()));
  expect(await readUsage(connection, keyId, 3, nowMs)).toEqual([
    { ...noUsage, day: '2027-01-01', outputTokens: 3 },
    { ...noUsage, day: '2026-12-31', sessions: 2, audioInMs: 80, inputTokens: 14 },
  ]);
  const raw = new Redis(url);
  expect(await raw.ttl(usageKey(keyId, '2027-01-01'))).toBeGreaterThan(86_400 * 365);
  raw.disconnect();
});

it('is told by model, and who has used something on a day', async () => {
  const keyId = randomUUID();
  const recorder = new UsageRecorder(connection, { nowMs: () => newYear });
  recorder.add(keyId, { sessions: 1 });
  recorder.add(keyId, { inputTokens: 5 }, 'vertex/claude@20250929');
  recorder.add(keyId, { inputTokens: 7, costNanoUsd: 3 }, 'acme/one');
  await recorder.close();
  expect(Object.fromEntries(await readUsageOf(connection, keyId, '2026-12-31'))).toEqual({
    '': { ...noUsage, sessions: 1 },
    'vertex/claude@20250929': { ...noUsage, inputTokens: 5 },
    'acme/one': { ...noUsage, inputTokens: 7, costNanoUsd: 3 },
  });
  expect(await readUsage(connection, keyId, 1, newYear)).toMatchObject([{ sessions: 1, inputTokens: 12 }]);
  expect(await readUsers(connection, '2026-12-31')).toContain(keyId);
});

it('counts no more models than it can tell apart', async () => {
  const keyId = randomUUID();
  const recorder = new UsageRecorder(connection, { nowMs: () => newYear });
  for (let index = 0; index < 150; index++) recorder.add(keyId, { inputTokens: 1 }, `acme/${index}`);
  await recorder.close();
  const used = await readUsageOf(connection, keyId, '2026-12-31');
  expect([used.size, used.get('other')?.inputTokens]).toEqual([101, 50]);
});

it('loses no fraction and counts nothing twice, however often it is stored', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ audioInMs: fc.double({ min: 0, max: 1_000, noNaN: true }), store: fc.boolean() })),
      (steps) => {
        const tally = new UsageTally('key', '2026-11-27');
        let stored = 0;
        let added = 0;
        const numbers: number[] = [];
        for (const { audioInMs, store } of steps) {
          tally.add({ audioInMs });
          added += audioInMs;
          const sending = tally.toStore();
          expect(tally.toStore()).toEqual(sending);
          if (!store || !sending) continue;
          stored += sending.counts.get('audioInMs') ?? 0;
          numbers.push(sending.seq);
          tally.stored();
        }
        const last = tally.toStore()?.counts.get('audioInMs') ?? 0;
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
        tally.stored();
        const rest = tally.toStore()?.counts.get('audioInMs') ?? 0;
        expect(stored + last + rest).toBeLessThanOrEqual(added + 1e-6);
        expect(added - stored - last - rest).toBeLessThan(1 + 1e-6);
      },
    ),
  );
});

it('counts what was stored but not answered once', async () => {
  const keyId = randomUUID();
  let failing = true;
  const flaky = {
    run: async (...args: Parameters<RedisConnection['run']>) => {
      const answer = await connection.run(...args);
      if (failing) throw new Error('the answer is lost');
      return answer;
    },
  };
  const recorder = new UsageRecorder(flaky, {});
  recorder.add(keyId, { requests: 5 });
  await recorder.flush();
  recorder.add(keyId, { requests: 2 });
  await recorder.flush();
  failing = false;
  await recorder.close();
  expect(await readUsage(connection, keyId, 1)).toMatchObject([{ requests: 7 } satisfies Partial<Usage>]);
});

it('keeps what is used while Redis is away, within its bound', async () => {
  const redis = await startRedis();
  const own = new RedisConnection({ url: redis.url, deadlineMs: 300 });
  try {
    const recorder = new UsageRecorder(own, { maxTallies: 2 });
    recorder.add('a', { sessions: 1 });
    await recorder.flush();
    await redis.pause();
    recorder.add('a', { sessions: 1 });
    await recorder.flush();
    recorder.add('b', { sessions: 1 });
    recorder.add('c', { sessions: 1 });
    expect([recorder.waiting, recorder.dropped]).toEqual([2, 1]);
    await redis.resume();
    await waitFor('the flush', 10_000, async () => {
      await recorder.flush();
      return (await readUsage(own, 'b', 1).catch(() => [])).length === 1;
    });
    await recorder.close();
    expect(await readUsage(own, 'a', 1)).toMatchObject([{ sessions: 2 }]);
  } finally {
    await own.close();
    await redis.stop();
  }
});

it('is written when the gateway stops', async () => {
  const keyId = randomUUID();
  const state = new AccessState({ url });
  state.usage.add(keyId, { sessions: 1 });
  await state.close();
  expect(await readUsage(connection, keyId, 1)).toMatchObject([{ sessions: 1 }]);
});
