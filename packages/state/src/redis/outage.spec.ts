import { startRedis, waitFor, type TestServer } from '@parley/testing';
import { Redis } from 'ioredis';
import type { StateError } from '../errors';
import type { LogEntry } from '../records';
import type { SessionImage, SessionStore } from '../session-store';
import { redisSessionStore, type RedisStoreOptions } from '../stores';
import { added, newSessionId } from '../test-support';
import { keysOf } from './backend';

/** A Redis of its own, without persistence, which the tests take away. */
let redis: TestServer;
let raw: Redis;
const stores: SessionStore[] = [];

const open = (options: Partial<RedisStoreOptions> = {}): SessionStore => {
  const store = redisSessionStore({
    owner: `owner-${stores.length}`,
    url: redis.url,
    deadlineMs: 300,
    ...options,
  });
  stores.push(store);
  return store;
};

beforeAll(async () => {
  redis = await startRedis();
  raw = new Redis(redis.url, { retryStrategy: () => 50, disconnectTimeout: 200 });
  raw.on('error', () => undefined);
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
});
afterAll(async () => {
  raw.disconnect();
  await redis.stop();
});

const code = (expected: string) => expect.objectContaining({ name: 'StateError', code: expected });
const config = { voice: 'joe' };
const connected = (store: SessionStore, want: boolean) =>
  waitFor(`connected: ${want}`, 15_000, () => store.status.connected === want);

/** A running session: what it has written, and its image. */
function conversation() {
  const log: LogEntry[] = [];
  return {
    log,
    next(): LogEntry {
      const entry = added(`item_${log.length}`, log.length === 0 ? null : `item_${log.length - 1}`);
      log.push(entry);
      return entry;
    },
    image: (): SessionImage => ({ keyId: 'key', config, snapshot: null, log }),
  };
}

it('goes on from memory while Redis is away, refuses new sessions, and writes back', async () => {
  const store = open();
  const id = newSessionId();
  const talk = conversation();
  const writer = store.writer(await store.create({ id, keyId: 'key', config }), { image: talk.image });
  expect(await writer.append(talk.next())).toBe('stored');

  await redis.kill();
  await connected(store, false);
  for (let turn = 0; turn < 20; turn++) expect(await writer.append(talk.next())).toBe('queued');
  expect(writer.pending.operations).toBe(20);
  await expect(store.create({ id: newSessionId(), keyId: 'key', config })).rejects.toEqual(
    code('unavailable'),
  );
  await expect(store.load(id)).rejects.toEqual(code('unavailable'));
  await expect(store.claim(id)).rejects.toEqual(code('unavailable'));

  await redis.start();
  await waitFor('flush', 15_000, () => store.status.rebuilds === 1 && writer.pending.operations === 0);
  expect(await store.load(id)).toMatchObject({ config, log: talk.log });
  expect(await writer.append(talk.next())).toBe('stored');
  expect((await store.load(id))?.log).toEqual(talk.log);
  await expect(open().claim(id)).rejects.toEqual(code('owned'));
});

it('neither loses nor repeats a write whose answer never came', async () => {
  const store = open();
  const id = newSessionId();
  const talk = conversation();
  const writer = store.writer(await store.create({ id, keyId: 'key', config }));
  await writer.append(talk.next());
  await redis.pause();
  const durabilities = Promise.all(Array.from({ length: 5 }, () => writer.append(talk.next())));
  expect(await durabilities).toEqual(Array.from({ length: 5 }, () => 'queued'));
  await expect(open().create({ id: newSessionId(), keyId: 'key', config })).rejects.toEqual(
    code('unavailable'),
  );
  await redis.resume();
  await waitFor('flush', 15_000, () => writer.pending.operations === 0);
  expect((await store.load(id))?.log).toEqual(talk.log);
});

it('bounds what waits: with an image it is dropped and written whole later', async () => {
  const store = open({ limits: { operations: 10 } });
  const id = newSessionId();
  const talk = conversation();
  const writer = store.writer(await store.create({ id, keyId: 'key', config }), { image: talk.image });
  await redis.kill();
  await connected(store, false);
  for (let turn = 0; turn < 50; turn++) {
    expect(await writer.append(talk.next())).toBe('queued');
    expect(writer.pending.operations).toBeLessThanOrEqual(10);
  }
  await redis.start();
  await waitFor('rebuild', 15_000, () => store.status.rebuilds > 0 && writer.pending.operations === 0);
  expect((await store.load(id))?.log).toEqual(talk.log);
  expect(store.status.overflows).toBe(1);
});

it('bounds what waits in all sessions together', async () => {
  const store = open({ limits: { totalBytes: 1000 } });
  const lost = jest.fn<void, [StateError]>();
  const writers = await Promise.all(
    Array.from({ length: 3 }, async () => {
      const lease = await store.create({ id: newSessionId(), keyId: 'key', config });
      return store.writer(lease, { lost });
    }),
  );
  await redis.kill();
  await connected(store, false);
  const text = 'x'.repeat(300);
  for (const writer of writers) {
    await writer.append(added('one', null, text));
    await writer.append(added('two', 'one', text)).catch(() => undefined);
  }
  expect(store.status.pendingBytes).toBeLessThanOrEqual(1000 + 400);
  expect(lost).toHaveBeenCalledWith(code('overflow'));
  await redis.start();
});

it('lets another owner take over when the first one has died, and keeps the lease of one that lives', async () => {
  const lifetimes = { leaseMs: 400, retainMs: 60_000 };
  const [first, second] = [open({ lifetimes }), open({ lifetimes })];
  const id = newSessionId();
  const [record = '', , leaseKey = ''] = keysOf(id);
  const writer = first.writer(await first.create({ id, keyId: 'key', config }));
  for (let renewals = 0; renewals < 3; renewals++) {
    let left = await raw.pttl(leaseKey);
    await waitFor(
      'a renewal',
      10_000,
      async () => {
        const before = left;
        left = await raw.pttl(leaseKey);
        return left > before;
      },
      5,
    );
    await expect(second.claim(id)).rejects.toEqual(code('owned'));
  }
  expect(await raw.pttl(record)).toBeGreaterThan(0);
  await writer.append(added('a'));

  const dead = newSessionId();
  await first.create({ id: dead, keyId: 'key', config });
  await waitFor('the lease to end', 10_000, async () => {
    try {
      return (await second.claim(dead)).fence === 2;
    } catch {
      return false;
    }
  });
});

it('is unavailable, not stuck, when Redis was never there', async () => {
  const store = open({ url: 'redis://127.0.0.1:1' });
  expect(store.status.connected).toBe(false);
  await expect(store.create({ id: newSessionId(), keyId: 'key', config })).rejects.toEqual(
    code('unavailable'),
  );
});
