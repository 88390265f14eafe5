import { isDeepStrictEqual } from 'node:util';
import type { UserMessageItem } from '@parley/protocol';
import { pino } from 'pino';
import { AudioBudget } from '../audio/audio-budget';
import { AudioMemory, SlabReserve } from '../audio/audio-memory';
import { ItemAudio } from '../audio/item-audio';
import { FakeClient } from '../testing/house';
import { Outbox } from './outbox';
import { Retrievals } from './retrievals';

const format = { type: 'audio/pcm', rate: 24_000 } as const;
const item = (id: string): UserMessageItem => ({
  id,
  type: 'message',
  status: 'completed',
  role: 'user',
  content: [{ type: 'input_audio', transcript: 'Hm.' }],
});

function setUp() {
  const client = new FakeClient();
  const outbox = new Outbox(client, false);
  const reserve = new SlabReserve();
  const memory = new AudioMemory(reserve);
  const items = new ItemAudio(memory, new AudioBudget(64 * 1024 * 1024, Infinity));
  const log = pino({ level: 'silent' });
  const failed = jest.spyOn(log, 'error');
  const retrievals = new Retrievals(outbox, items, log);
  const over = async (): Promise<void> => {
    while (outbox.held > 0) await new Promise((resolve) => setImmediate(resolve));
  };
  return { client, outbox, reserve, memory, items, failed, retrievals, over };
}

/** Minutes of it. */
const long = Buffer.alloc(4 * 1024 * 1024, 1);

it('answers with short audio at once, and with none', () => {
  const { client, items, retrievals } = setUp();
  items.heard('short', new Uint8Array(64_000));
  for (const id of ['short', 'none']) retrievals.answer(item(id), format);
  expect(client.of('conversation.item.retrieved').map((event) => event.item)).toEqual([
    items.withAudio(item('short'), format),
    item('none'),
  ]);
});

it('makes long audio in many turns of the event loop, and what follows waits for it', async () => {
  const { client, outbox, memory, items, retrievals } = setUp();
  items.heard('long', long);
  const wanted = items.withAudio(item('long'), format);
  let turns = 0;
  const count = (): void => {
    turns += 1;
    if (client.events.length === 0) setImmediate(count);
  };
  setImmediate(count);
  retrievals.answer(item('long'), format);
  outbox.send({ type: 'conversation.item.deleted', item_id: 'long' });
  items.drop('long');
  await client.event('conversation.item.deleted');
  expect(client.types()).toEqual(['conversation.item.retrieved', 'conversation.item.deleted']);
  expect(isDeepStrictEqual(client.of('conversation.item.retrieved')[0]?.item, wanted)).toBe(true);
  expect(turns).toBeGreaterThan(30);
  expect(memory.usedBlocks).toBe(0);
});

it('gives each part of an item its own long audio', async () => {
  const { client, items, retrievals } = setUp();
  const content = ['Known.', null].map((transcript) => ({ type: 'input_audio' as const, transcript }));
  const two = { ...item('two'), content };
  items.heard('two', long.subarray(0, 200_000), 0);
  items.heard('two', Buffer.alloc(300_000, 2), 1);
  const wanted = items.withAudio(two, format);
  retrievals.answer(two, format);
  const retrieved = await client.event('conversation.item.retrieved');
  expect(isDeepStrictEqual(retrieved.item, wanted)).toBe(true);
});

it('makes so many at a time, one after the other, and none once the session is over', async () => {
  const { client, memory, items, retrievals, over } = setUp();
  items.heard('long', long.subarray(0, 200_000));
  for (let n = 0; n < 17; n += 1) retrievals.answer(item('long'), format);
  const { error } = await client.event('error');
  expect(error.code).toBe('rate_limit_exceeded');
  expect(client.of('conversation.item.retrieved')).toHaveLength(16);
  retrievals.answer(item('long'), format);
  retrievals.close();
  await over();
  expect(client.of('conversation.item.retrieved')).toHaveLength(16);
  items.close();
  expect(memory.usedBlocks).toBe(0);
});

it('reads nothing once the session is over, and has given back what it was lent', async () => {
  const { client, reserve, memory, items, failed, retrievals, over } = setUp();
  items.heard('long', long, 0);
  items.heard('long', long, 1);
  const content = [null, null].map((transcript) => ({ type: 'input_audio' as const, transcript }));
  const lend = jest.spyOn(items, 'lend');
  // One is being read, one waits with what it was lent, and one will ask for audio when that is made.
  for (const whole of [undefined, undefined, Promise.resolve()])
    retrievals.answer({ ...item('long'), content }, format, whole);
  await new Promise((resolve) => setImmediate(resolve));
  const lent = lend.mock.results.flatMap(({ value }) => [...value.parts.values()]);
  expect(lent).toHaveLength(4);
  const reads = lent.map(({ audio }) => jest.spyOn(audio, 'views'));
  retrievals.close();
  items.close();
  memory.end();
  expect(reserve.slabs).toBe(0);
  await over();
  for (const read of reads) expect(read).not.toHaveBeenCalled();
  expect(memory.usedBlocks).toBe(0);
  expect(reserve.slabs).toBe(64);
  expect(failed).not.toHaveBeenCalled();
  expect(client.events).toEqual([]);
});

it('waits for audio that is still being made, also where the item is short then', async () => {
  const { client, outbox, items, retrievals } = setUp();
  let made: () => void = () => undefined;
  retrievals.answer(item('given'), format, new Promise<void>((resolve) => (made = resolve)));
  outbox.send({ type: 'conversation.item.deleted', item_id: 'other' });
  items.heard('given', long.subarray(0, 3_000));
  made();
  await client.event('conversation.item.deleted');
  expect(client.types()).toEqual(['conversation.item.retrieved', 'conversation.item.deleted']);
  expect(client.of('conversation.item.retrieved')[0]?.item).toEqual(items.withAudio(item('given'), format));
});

it('sends an item without its audio where that cannot be made, and the next one with its own', async () => {
  const { client, memory, items, failed, retrievals } = setUp();
  items.heard('long', long.subarray(0, 200_000));
  const really = items.lend.bind(items);
  const lend = jest.spyOn(items, 'lend').mockImplementationOnce((id) => {
    const lent = really(id);
    for (const { audio } of lent.parts.values()) {
      audio.views = () => {
        throw new Error('gone');
      };
    }
    return lent;
  });
  retrievals.answer(item('long'), format);
  lend.mockRestore();
  retrievals.answer({ ...item('long'), status: 'incomplete' }, format);
  while (client.of('conversation.item.retrieved').length < 2) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  const [without, whole] = client.of('conversation.item.retrieved').map((event) => event.item);
  expect(without).toEqual(item('long'));
  expect(failed).toHaveBeenCalledTimes(1);
  const wanted = items.withAudio({ ...item('long'), status: 'incomplete' }, format);
  expect(isDeepStrictEqual(whole, wanted)).toBe(true);
  items.close();
  expect(memory.usedBlocks).toBe(0);
});
