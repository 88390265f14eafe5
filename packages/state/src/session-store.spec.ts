import { StateError } from './errors';
import type { LogEntry } from './records';
import type { SessionImage, SessionStore, SessionWriter } from './session-store';
import { added, memoryWorld, message, newSessionId, redisWorld, type StoreWorld } from './test-support';

const redisUrl = process.env['PARLEY_TEST_REDIS_URL'] ?? '';

const worlds: [string, () => StoreWorld][] = [
  ['memory', memoryWorld],
  ['redis', () => redisWorld(redisUrl)],
];

describe.each(worlds)('a session store in %s', (_name, makeWorld) => {
  let world: StoreWorld;
  let store: SessionStore;
  let id: string;

  beforeEach(() => {
    world = makeWorld();
    store = world.open();
    id = newSessionId();
  });
  afterEach(() => world.close());

  const config = { voice: 'joe', nested: { list: [1, null] } };
  const create = () => store.create({ id, keyId: 'key', config });
  const code = (expected: string) => expect.objectContaining({ name: 'StateError', code: expected });
  const items = async () => (await store.load(id))?.items.map((item) => item.id);

  it('gives back what was written, from another process', async () => {
    const writer = store.writer(await create());
    expect(await writer.append(added('a'))).toBe('stored');
    expect(await writer.append(added('b', 'a'))).toBe('stored');
    expect(await writer.saveConfig({ voice: 'ann' })).toBe('stored');
    expect(await writer.saveSnapshot({ turn: 3 })).toBe('stored');
    expect(writer.pending).toEqual({ operations: 0, bytes: 0 });
    expect(await world.open().load(id)).toEqual({
      id,
      keyId: 'key',
      createdAtMs: expect.any(Number),
      config: { voice: 'ann' },
      snapshot: { turn: 3 },
      log: [added('a'), added('b', 'a')],
      items: [message('a'), message('b')],
    });
  });

  it('starts with its configuration and nothing else', async () => {
    await create();
    expect(await store.load(id)).toMatchObject({ config, snapshot: null, log: [], items: [] });
    expect(await store.load(newSessionId())).toBeUndefined();
  });

  it('records truncation, changes and deletion as entries of the log', async () => {
    const writer = store.writer(await create());
    const log: LogEntry[] = [
      added('a'),
      added('b', 'a'),
      added('c', 'b'),
      { kind: 'update', item: message('a', 'heard') },
      { kind: 'truncate', contentIndex: 0, audioEndMs: 120, item: message('c', '') },
      { kind: 'delete', itemId: 'b' },
      added('first'),
    ];
    await Promise.all(log.map((entry) => writer.append(entry)));
    const stored = await store.load(id);
    expect(stored?.log).toEqual(log);
    expect(stored?.items).toEqual([message('first'), message('a', 'heard'), message('c', '')]);
  });

  it('keeps the order of many writes made at once, and only the last configuration', async () => {
    const writer = store.writer(await create());
    const ids = Array.from({ length: 350 }, (_, index) => `item_${index}`);
    await Promise.all(
      ids.flatMap((item, index) => [
        writer.append(added(item, ids[index - 1] ?? null)),
        writer.saveConfig({ version: index }),
      ]),
    );
    expect(await items()).toEqual(ids);
    expect((await store.load(id))?.config).toEqual({ version: 349 });
  });

  it('does not create a session twice', async () => {
    await create();
    await expect(create()).rejects.toEqual(code('exists'));
  });

  it('lets one owner have a session at a time', async () => {
    const writer = store.writer(await create());
    const other = world.open();
    await expect(other.claim(id)).rejects.toEqual(code('owned'));
    await writer.close();
    expect(await other.claim(id)).toMatchObject({ sessionId: id, fence: 2 });
    await expect(store.claim(id)).rejects.toEqual(code('owned'));
    await expect(store.claim(newSessionId())).rejects.toEqual(code('not_found'));
  });

  it('lets a new owner go on where the old one stopped', async () => {
    const writer = store.writer(await create());
    await writer.append(added('a'));
    await writer.close();
    const other = world.open();
    const next = other.writer(await other.claim(id));
    expect(await next.append(added('b', 'a'))).toBe('stored');
    expect(await items()).toEqual(['a', 'b']);
  });

  it('fences off an owner that lost its lease: nothing of it is written any more', async () => {
    const lost = jest.fn<void, [StateError]>();
    const stale = store.writer(await create(), { lost });
    await stale.append(added('a'));
    const again = await store.claim(id);
    const fresh = store.writer(again);
    await fresh.append(added('b', 'a'));
    expect(await stale.append(added('stale'))).toBe('queued');
    expect(lost).toHaveBeenCalledTimes(1);
    expect(lost).toHaveBeenCalledWith(code('fenced'));
    await expect(stale.append(added('staler'))).rejects.toEqual(code('fenced'));
    await stale.close();
    await expect(store.remove({ ...again, fence: 1 })).rejects.toEqual(code('fenced'));
    expect(await items()).toEqual(['a', 'b']);
    await expect(world.open().claim(id)).rejects.toEqual(code('owned'));
  });

  it('removes a session with everything', async () => {
    const lease = await create();
    await store.remove(lease);
    expect(await store.load(id)).toBeUndefined();
    await create();
    expect((await store.load(id))?.log).toEqual([]);
  });

  it.each([
    ['config', 'no json'],
    ['config', '7'],
    ['log', '{"kind":"poem"}'],
    ['log', '{'],
  ] as const)('refuses to read a %s that says %s', async (what, text) => {
    await create();
    await world.spoil(id, what, text);
    await expect(store.load(id)).rejects.toEqual(code('invalid'));
  });

  describe('that has lost state', () => {
    const log: LogEntry[] = [];
    const image = (): SessionImage => ({ keyId: 'key', config, snapshot: { turn: 1 }, log });
    const write = (writer: SessionWriter, entry: LogEntry) => {
      log.push(entry);
      return writer.append(entry);
    };
    beforeEach(() => void (log.length = 0));

    it.each(['lose', 'loseLastWrite'] as const)('is written whole by the next write (%s)', async (fault) => {
      const writer = store.writer(await create(), { image });
      await write(writer, added('a'));
      await write(writer, added('b', 'a'));
      await world[fault](id);
      await write(writer, added('c', 'b'));
      await writer.close();
      expect(await store.load(id)).toMatchObject({ config, snapshot: { turn: 1 }, log });
      expect(store.status.rebuilds).toBe(1);
      expect(await world.open().claim(id)).toMatchObject({ fence: 2 });
    });

    it('tells a writer that cannot mend it', async () => {
      const lost = jest.fn<void, [StateError]>();
      const writer = store.writer(await create(), { lost });
      await writer.append(added('a'));
      await world.lose(id);
      await writer.append(added('b', 'a'));
      expect(lost).toHaveBeenCalledWith(code('not_found'));
      expect(await store.load(id)).toBeUndefined();
    });
  });
});
