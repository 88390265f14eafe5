import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { startRedis, waitFor } from '@parley/testing';
import { AccessState } from '../access-state';
import type { SessionLease } from './session-leases';

const url = process.env['PARLEY_TEST_REDIS_URL'] ?? '';
const states: AccessState[] = [];
const gateway = (options: Partial<ConstructorParameters<typeof AccessState>[0]> = {}): AccessState => {
  const state = new AccessState({ url, ...options });
  states.push(state);
  return state;
};
afterEach(async () => {
  await Promise.all(states.splice(0).map((state) => state.close()));
});

it('counts sessions over all gateways, and gives places back', async () => {
  const keyId = randomUUID();
  const [one, two] = [gateway(), gateway()];
  const first = await one.leases.acquire(keyId, 2);
  await two.leases.acquire(keyId, 2);
  expect(await one.leases.acquire(keyId, 2)).toEqual({ full: { held: 2, retryAfterMs: expect.any(Number) } });
  expect((await one.leases.acquire(randomUUID(), 2)).lease).toBeDefined();
  first.lease?.release();
  first.lease?.release();
  await waitFor('a free place', 5_000, async () => (await two.leases.acquire(keyId, 2)).lease !== undefined);
  expect((await one.leases.acquire(keyId, 2)).full).toBeDefined();
});

it('never lets more in than the limit, however gateways take and give back', async () => {
  const gateways = [gateway(), gateway(), gateway()];
  const action = fc.record({ gateway: fc.nat(2), take: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.array(action, { maxLength: 40 }),
      async (limit, actions) => {
        const keyId = randomUUID();
        const held: SessionLease[][] = [[], [], []];
        for (const { gateway: index, take } of actions) {
          const mine = held[index] ?? [];
          if (take) {
            const { lease } = (await gateways[index]?.leases.acquire(keyId, limit)) ?? {};
            if (lease) mine.push(lease);
          } else mine.pop()?.release();
          expect(held.flat().length).toBeLessThanOrEqual(limit);
        }
      },
    ),
    { numRuns: 30 },
  );
});

it('keeps the places of a gateway that lives, and frees those of one that died', async () => {
  const keyId = randomUUID();
  const leaseMs = 300;
  const [dead, living, asking] = [gateway({ leaseMs }), gateway({ leaseMs }), gateway({ leaseMs })];
  await dead.leases.acquire(keyId, 2);
  await living.leases.acquire(keyId, 2);
  dead.leases.close();
  await waitFor('the place of the dead', 10_000, async () => {
    return (await asking.leases.acquire(keyId, 2)).lease !== undefined;
  });
  for (let round = 0; round < 5; round++) {
    expect((await asking.leases.acquire(keyId, 2)).full).toBeDefined();
    await new Promise((resolve) => setTimeout(resolve, leaseMs / 2));
  }
});

it('counts again what Redis has lost, and sessions let in while it was away', async () => {
  const redis = await startRedis();
  try {
    const keyId = randomUUID();
    const [one, two] = [gateway({ url: redis.url, leaseMs: 600 }), gateway({ url: redis.url, leaseMs: 600 })];
    await one.leases.acquire(keyId, 2);
    await redis.kill();
    await expect(one.leases.acquire(keyId, 2)).rejects.toMatchObject({ code: 'unavailable' });
    one.leases.adopt(keyId);
    await redis.start();
    await waitFor('both counted', 15_000, async () => {
      try {
        const { lease } = await two.leases.acquire(keyId, 2);
        lease?.release();
        return lease === undefined;
      } catch {
        return false;
      }
    });
  } finally {
    await redis.stop();
  }
});
