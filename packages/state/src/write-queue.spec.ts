import type { Operation } from './backend';
import { MemoryBackend } from './memory-backend';
import { memorySessionStore } from './stores';
import { added, newSessionId } from './test-support';
import { WriteQueue } from './write-queue';

const lifetimes = { leaseMs: 600_000, retainMs: 600_000 };

describe('the total of what waits in all queues', () => {
  const limits = { operations: 100, bytes: 1_000, batchOperations: 2, batchBytes: 1_000 };
  const operation = (kind: Operation['kind'], bytes: number): Operation => ({
    kind,
    payload: 'x'.repeat(bytes),
  });

  it('is what each of them has, whatever is added, replaced, written and dropped', () => {
    const total = { bytes: 0 };
    const [a, b] = [new WriteQueue(limits, total), new WriteQueue(limits, total)];
    const expectBytes = (ofA: number, ofB: number) => {
      expect([a.size.bytes, b.size.bytes]).toEqual([ofA, ofB]);
      expect(total.bytes).toBe(ofA + ofB);
    };
    void a.push(operation('log', 10));
    void a.push(operation('config', 20));
    void b.push(operation('snapshot', 5));
    expectBytes(30, 5);
    void a.push(operation('config', 3));
    void b.push(operation('snapshot', 50));
    expectBytes(13, 50);
    a.take();
    // What is on its way is not replaced.
    void a.push(operation('config', 7));
    expectBytes(20, 50);
    a.taken('stored');
    expectBytes(7, 50);
    b.release('queued');
    expectBytes(7, 50);
    b.settleAll('queued');
    expectBytes(7, 0);
    a.take();
    a.settleAll('queued');
    expectBytes(0, 0);
  });

  it('is 0 again behind writes, an overflow, an image and the end', async () => {
    const backend = new MemoryBackend(lifetimes);
    const store = memorySessionStore({ owner: 'o', backend, lifetimes, limits: { operations: 3 } });
    const open = async () =>
      store.writer(await store.create({ id: newSessionId(), keyId: 'key', config: {} }), {
        image: () => ({ keyId: 'key', config: {}, snapshot: null, log: [] }),
      });
    const writers = [await open(), await open()];
    const [first, second] = writers as [(typeof writers)[0], (typeof writers)[0]];
    const expectSum = () =>
      expect(store.status.pendingBytes).toBe(first.pending.bytes + second.pending.bytes);

    await Promise.all([first.append(added('a')), second.saveConfig({ voice: 'one' })]);
    expect(store.status.pendingBytes).toBe(0);

    backend.connected = false;
    for (const writer of writers) {
      await writer.append(added('b'));
      await writer.saveConfig({ voice: 'a long name of a voice' });
      await writer.saveConfig({ voice: 'short' });
    }
    expect(first.pending.bytes).toBe(
      JSON.stringify(added('b')).length + JSON.stringify({ voice: 'short' }).length,
    );
    expectSum();
    await first.append(added('c'));
    await first.append(added('d'));
    expect(store.status.overflows).toBe(1);
    expect(first.pending.bytes).toBe(0);
    expect(second.pending.bytes).toBeGreaterThan(0);
    expectSum();

    backend.connected = true;
    await first.close();
    expectSum();
    await second.close();
    expect(store.status.pendingBytes).toBe(0);
    await store.close();
  });
});

it('renews nothing any more once the last session is over', async () => {
  const backend = new MemoryBackend(lifetimes);
  jest.useFakeTimers();
  try {
    const store = memorySessionStore({ owner: 'o', backend, lifetimes });
    const open = async () =>
      store.writer(await store.create({ id: newSessionId(), keyId: 'key', config: {} }));
    const [first, second] = [await open(), await open()];
    await first.close();
    expect(jest.getTimerCount()).toBe(1);
    await second.close();
    expect(jest.getTimerCount()).toBe(0);
  } finally {
    jest.useRealTimers();
  }
});
