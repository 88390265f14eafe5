import { isDeepStrictEqual } from 'node:util';
import { bytesToInt16, int16ToBytes, resampleInt16 } from '@parley/audio';
import {
  formatRateHz,
  type AssistantMessageItem,
  type AudioFormat,
  type UserMessageItem,
} from '@parley/protocol';
import * as fc from 'fast-check';
import { AudioBudget } from './audio-budget';
import { AudioMemory, blockBytes, SlabReserve } from './audio-memory';
import { base64Pieces } from './base64-pieces';
import { encodeOutput } from './formats';
import { ItemAudio, itemWith } from './item-audio';

const pcm24k = { type: 'audio/pcm', rate: 24_000 } as const;
const user: UserMessageItem = {
  id: 'u',
  type: 'message',
  status: 'completed',
  role: 'user',
  content: [{ type: 'input_audio', transcript: null }],
};
const assistant: AssistantMessageItem = {
  id: 'a',
  type: 'message',
  status: 'completed',
  role: 'assistant',
  content: [{ type: 'output_audio', transcript: 'Hi.' }],
};

const itemAudio = (maxBytes: number, memory = new AudioMemory(new SlabReserve())): ItemAudio =>
  new ItemAudio(memory, new AudioBudget(maxBytes, Infinity));

function audioOf(item: ReturnType<ItemAudio['withAudio']>): Buffer | undefined {
  const part = item.type === 'message' ? item.content[0] : undefined;
  return part !== undefined && 'audio' in part ? Buffer.from(part.audio ?? '', 'base64') : undefined;
}

const bytesOf = (item: ReturnType<ItemAudio['withAudio']>): number | undefined => audioOf(item)?.length;

it('gives user audio back at the client’s rate', () => {
  const items = itemAudio(1_000_000);
  items.heard('u', new Uint8Array(3_200));
  expect(bytesOf(items.withAudio(user, pcm24k))).toBe(4_800);
  expect(bytesOf(items.withAudio(user, { type: 'audio/pcmu' }))).toBe(800);
});

it('gives assistant audio back as it was sent, cut where it was truncated', () => {
  const items = itemAudio(1_000_000);
  for (let i = 0; i < 10; i += 1) items.said('a', new Uint8Array(480), pcm24k);
  expect(bytesOf(items.withAudio(assistant, pcm24k))).toBe(4_800);
  items.truncate('a', 30);
  expect(bytesOf(items.withAudio(assistant, pcm24k))).toBe(1_440);
  items.truncate('a', 0);
  expect(bytesOf(items.withAudio(assistant, pcm24k))).toBe(0);
});

it('leaves items it knows nothing of as they are', () => {
  const items = itemAudio(1_000_000);
  expect(items.withAudio(user, pcm24k)).toBe(user);
  items.heard('u', new Uint8Array(32));
  items.drop('u');
  expect(items.withAudio(user, pcm24k)).toBe(user);
  expect(items.bytes).toBe(0);
});

it('is bounded by its parts too, each of which has a block of its own', () => {
  const memory = new AudioMemory(new SlabReserve());
  const items = itemAudio(32 * blockBytes, memory);
  for (let item = 0; item < 100; item += 1)
    for (let part = 0; part < 20; part += 1) items.heard(`u${item}`, new Uint8Array(32), part);
  expect(memory.usedBlocks).toBeLessThanOrEqual(32);
  expect(items.bytesOf('u99')).toBe(640);
  expect(items.bytesOf('u0')).toBe(0);
});

it('is bounded: the oldest items lose their audio first', () => {
  const items = itemAudio(1_000);
  items.heard('u', new Uint8Array(600));
  items.said('a', new Uint8Array(600), pcm24k);
  expect(items.bytes).toBe(600);
  expect(items.withAudio(user, pcm24k)).toBe(user);
  expect(bytesOf(items.withAudio(assistant, pcm24k))).toBe(600);
});

describe('an item with several parts', () => {
  const parts: UserMessageItem = {
    ...user,
    content: [
      { type: 'input_audio', transcript: 'Known.' },
      { type: 'input_text', text: 'And' },
      { type: 'input_audio', transcript: null },
      { type: 'input_audio', transcript: null },
    ],
  };
  const bytesOfParts = (item: ReturnType<ItemAudio['withAudio']>): unknown =>
    item.type === 'message' &&
    item.content.map((part) =>
      'audio' in part ? Buffer.from(part.audio ?? '', 'base64').length : undefined,
    );

  it('has the audio of each in its place', () => {
    const items = itemAudio(1_000_000);
    items.heard('u', new Uint8Array(3_200), 0);
    items.heard('u', new Uint8Array(6_400), 2);
    expect(bytesOfParts(items.withAudio(parts, pcm24k))).toEqual([4_800, undefined, 9_600, undefined]);
    expect([...items.lend('u').parts].map(([index, { audio }]) => [index, audio.bytes])).toEqual([
      [0, 3_200],
      [2, 6_400],
    ]);
    expect([items.bytesOf('u'), items.bytes]).toEqual([9_600, 9_600]);
    items.drop('u');
    expect([items.bytesOf('u'), items.bytes]).toEqual([0, 0]);
  });

  it('loses the audio of all of them at once', () => {
    const items = itemAudio(10_000);
    for (const [index, bytes] of [
      [0, 3_200],
      [2, 6_400],
      [3, 1_000],
    ] as const)
      items.heard('u', new Uint8Array(bytes), index);
    items.heard('u', new Uint8Array(100), 3);
    expect(items.withAudio(parts, pcm24k)).toEqual(parts);
    expect(items.bytes).toBe(0);
  });
});

it('gives no end of an audio for the whole', () => {
  const items = itemAudio(1_000);
  items.said('a', new Uint8Array(600), pcm24k);
  items.said('a', new Uint8Array(600), pcm24k);
  items.said('a', new Uint8Array(600), pcm24k);
  expect([items.withAudio(assistant, pcm24k), items.bytes]).toEqual([assistant, 0]);
  items.drop('a');
  items.said('a', new Uint8Array(600), pcm24k);
  expect(items.bytes).toBe(600);
});

it('keeps what it was given however it comes, is truncated and is given back', () => {
  const piece = fc.uint8Array({ minLength: 1, maxLength: 40_000 });
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.nat(2_000), (pieces, endMs) => {
      const memory = new AudioMemory(new SlabReserve());
      const [items, others] = [itemAudio(1_000_000, memory), itemAudio(1_000_000, memory)];
      for (const audio of pieces) {
        items.said('a', audio, pcm24k);
        others.said('a', new Uint8Array(audio.length), pcm24k);
      }
      items.truncate('a', endMs);
      // What is let go is used again, and does not show in what is kept.
      others.drop('a');
      others.said('b', new Uint8Array(100_000).fill(7), pcm24k);
      const whole = Buffer.concat(pieces);
      expect(audioOf(items.withAudio(assistant, pcm24k))).toEqual(whole.subarray(0, endMs * 48));
      expect(items.bytes).toBe(Math.min(whole.length, endMs * 48));
    }),
    { numRuns: 50 },
  );
});

describe('audio that is made bit by bit', () => {
  const formats = [
    pcm24k,
    { type: 'audio/pcm', rate: 16_000 },
    { type: 'audio/pcmu' },
    { type: 'audio/float32' },
  ];
  /** As it was kept. */
  const asKept = (pcm: Buffer): string => pcm.toString('base64');
  /** All of it resampled at once. */
  const asHeard = (pcm: Buffer, format: AudioFormat): string => {
    const samples = resampleInt16(bytesToInt16(pcm), 16_000, formatRateHz(format));
    return Buffer.from(encodeOutput(int16ToBytes(samples), format)).toString('base64');
  };
  const made = (items: ItemAudio, id: string, format: AudioFormat): Buffer =>
    Buffer.concat([...base64Pieces(items.lend(id).parts.get(0)!, format)]);

  it.each(formats as AudioFormat[])('is the same as at once: $type', (format) => {
    const sizes = fc.oneof(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 100_000, max: 500_000 }));
    fc.assert(
      fc.property(sizes, fc.nat(), (samples, seed) => {
        const items = itemAudio(10_000_000);
        const pcm = Buffer.from(Int16Array.from({ length: samples }, (_, at) => (at * seed) % 30_000).buffer);
        items.heard('u', pcm);
        items.said('a', pcm, pcm24k);
        for (const [item, wanted] of [
          [user, asHeard(pcm, format)],
          [assistant, asKept(pcm)],
        ] as const) {
          expect(made(items, item.id, format).toString() === wanted).toBe(true);
          const whole = items.withAudio(item, format);
          expect(isDeepStrictEqual(whole, itemWith(item, new Map([[0, wanted]])))).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('stays as it was when its item is cut, goes on, or goes, until it is released', () => {
    const memory = new AudioMemory(new SlabReserve());
    const items = itemAudio(10_000_000, memory);
    items.said('a', Buffer.alloc(300_001, 1), pcm24k);
    items.heard('a', Buffer.alloc(100_000, 4), 1);
    const before = Buffer.from(Buffer.alloc(300_001, 1).toString('base64'));
    const lent = items.lend('a');
    items.truncate('a', 1_000);
    items.said('a', Buffer.alloc(40_000, 2), pcm24k);
    items.drop('a');
    items.said('b', Buffer.alloc(400_000, 3), pcm24k);
    expect(Buffer.concat([...base64Pieces(lent.parts.get(0)!, pcm24k)]).equals(before)).toBe(true);
    items.close();
    expect(memory.usedBlocks).toBeGreaterThan(25);
    lent.release();
    expect(memory.usedBlocks).toBe(0);
  });
});

describe('memory of items', () => {
  it('is given back by those that are dropped, cut, or the oldest of too many', () => {
    const memory = new AudioMemory(new SlabReserve());
    const items = itemAudio(300_000, memory);
    items.said('a', new Uint8Array(100_000), pcm24k);
    expect(memory.usedBlocks).toBe(7);
    items.truncate('a', 1_000);
    expect(memory.usedBlocks).toBe(3);
    items.heard('u', new Uint8Array(280_000));
    expect(memory.usedBlocks).toBe(18);
    items.said('b', new Uint8Array(1_000), pcm24k);
    items.drop('u');
    expect(memory.usedBlocks).toBe(1);
    items.close();
    expect(memory.usedBlocks).toBe(0);
  });
});

describe('what all sessions share', () => {
  const share = (totalBytes: number, maxBytes = 1_000) => {
    const budget = new AudioBudget(maxBytes, totalBytes);
    const session = (): ItemAudio => new ItemAudio(new AudioMemory(new SlabReserve()), budget);
    return { budget, session };
  };

  it('is one session’s own limit as long as there are few', () => {
    const { session } = share(3_000);
    const [first, other] = [session(), session()];
    for (const items of [first, other]) {
      items.said('a', new Uint8Array(500), pcm24k);
      items.said('b', new Uint8Array(500), pcm24k);
    }
    expect([first.bytes, other.bytes]).toEqual([1_000, 1_000]);
    first.said('c', new Uint8Array(2), pcm24k);
    expect([first.bytesOf('a'), first.bytes]).toEqual([0, 502]);
  });

  it('is less for each of many, who lose what is older than their newest', () => {
    const { session } = share(2_000);
    const first = session();
    first.said('a', new Uint8Array(400), pcm24k);
    first.said('b', new Uint8Array(400), pcm24k);
    for (let more = 0; more < 3; more += 1) session().said('a', new Uint8Array(400), pcm24k);
    expect(first.bytes).toBe(800);
    first.trim();
    expect(['a', 'b'].map((id) => first.bytesOf(id))).toEqual([0, 400]);
    first.said('c', new Uint8Array(50), pcm24k);
    expect(['a', 'b', 'c'].map((id) => first.bytesOf(id))).toEqual([0, 400, 50]);
    first.said('d', new Uint8Array(900), pcm24k);
    expect(['b', 'c', 'd'].map((id) => first.bytesOf(id))).toEqual([0, 0, 900]);
    first.said('d', new Uint8Array(101), pcm24k);
    expect(first.bytes).toBe(0);
  });

  it('is more again when others are over, and no less for those who keep nothing', () => {
    const { budget, session } = share(2_000);
    const sessions = [session(), session(), session(), session()];
    session();
    for (const items of sessions) items.heard('u', new Uint8Array(10));
    expect(budget.shareBytes).toBe(500);
    for (const items of sessions.slice(1)) items.close();
    sessions[1]!.close();
    expect(budget.shareBytes).toBe(1_000);
    sessions[0]!.close();
    session().heard('u', new Uint8Array(10));
    expect(budget.shareBytes).toBe(1_000);
  });

  it('counts a session that is over once, and keeps nothing more for it', () => {
    const { budget, session } = share(2_000);
    const [first, other, third] = [session(), session(), session()];
    for (const items of [first, other, third]) items.heard('u', new Uint8Array(10));
    first.close();
    first.heard('v', new Uint8Array(10));
    first.close();
    expect([first.bytes, budget.shareBytes]).toEqual([0, 1_000]);
    session().heard('u', new Uint8Array(10));
    expect(budget.shareBytes).toBeCloseTo(2_000 / 3);
  });

  it('keeps nothing where nothing may be kept', () => {
    const { session } = share(2_000, 0);
    const items = session();
    items.said('a', new Uint8Array(2), pcm24k);
    expect(items.bytes).toBe(0);
  });

  it('lets many parts of a newest item be, but no more of them than one session may have', () => {
    const { session } = share(32 * blockBytes, 32 * blockBytes);
    const [items, other] = [session(), session()];
    other.heard('u', new Uint8Array(2));
    for (let part = 0; part < 32; part += 1) items.heard('u', new Uint8Array(2), part);
    expect(items.bytes).toBe(64);
    items.heard('u', new Uint8Array(2), 32);
    expect(items.bytes).toBe(0);
  });
});
