import { MemoryBackend } from './memory-backend';
import { memorySessionStore } from './stores';
import { added, message, newSessionId } from './test-support';

it('writes together what comes together, and what comes meanwhile after it', async () => {
  const lifetimes = { leaseMs: 600_000, retainMs: 600_000 };
  const backend = new MemoryBackend(lifetimes);
  const write = jest.spyOn(backend, 'write');
  const store = memorySessionStore({ owner: 'o', backend, lifetimes });
  const id = newSessionId();
  const writer = store.writer(await store.create({ id, keyId: 'key', config: {} }));
  const together = [
    writer.append(added('a')),
    writer.append({ kind: 'update', item: message('a', 'heard') }),
    writer.saveSnapshot({ turn: 1 }),
  ];
  expect(await Promise.all(together)).toEqual(['stored', 'stored', 'stored']);
  expect(await writer.append(added('b', 'a'))).toBe('stored');
  const batches = write.mock.calls.map(([, { operations }]) => operations.map(({ kind }) => kind));
  expect(batches).toEqual([['log', 'log', 'snapshot'], ['log']]);
  expect((await store.load(id))?.items).toEqual([message('a', 'heard'), message('b')]);
  await store.close();
});
