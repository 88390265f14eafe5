import * as fc from 'fast-check';
import { AudioMemory, blockBytes, offsetInSlab, slabBytes, SlabReserve } from './audio-memory';

const taken = (memory: AudioMemory, blocks: number): number[] =>
  Array.from({ length: blocks }, () => memory.take());

function write(memory: AudioMemory, block: number, value: number): void {
  const at = offsetInSlab(block);
  memory.slabOf(block).fill(value, at, at + blockBytes);
}

function holds(memory: AudioMemory, block: number, value: number): boolean {
  const at = offsetInSlab(block);
  return memory
    .slabOf(block)
    .subarray(at, at + blockBytes)
    .equals(Buffer.alloc(blockBytes, value));
}

describe('memory of a session', () => {
  it('has blocks that lie nowhere else', () => {
    const memory = new AudioMemory(new SlabReserve());
    const blocks = taken(memory, 40);
    for (const [value, block] of blocks.entries()) write(memory, block, value);
    expect(blocks.every((block, value) => holds(memory, block, value))).toBe(true);
    expect(memory.usedBlocks).toBe(40);
  });

  it('takes what was given back before it takes more', () => {
    const reserve = new SlabReserve();
    const take = jest.spyOn(reserve, 'take');
    const memory = new AudioMemory(reserve);
    const blocks = taken(memory, 40);
    memory.give(blocks.slice(3, 23));
    expect(memory.usedBlocks).toBe(20);
    expect(new Set(taken(memory, 20))).toEqual(new Set(blocks.slice(3, 23)));
    expect(take).toHaveBeenCalledTimes((40 * blockBytes) / slabBytes);
  });

  it('has no slab before something is kept', () => {
    const reserve = new SlabReserve();
    const take = jest.spyOn(reserve, 'take');
    new AudioMemory(reserve).end();
    expect(take).not.toHaveBeenCalled();
    expect(reserve.slabs).toBe(0);
  });

  it('lies outside of what the garbage collector counts', () => {
    const memory = new AudioMemory(new SlabReserve());
    expect(memory.slabOf(memory.take()).buffer).toBeInstanceOf(SharedArrayBuffer);
  });
});

describe('a session that keeps less than before', () => {
  it('gives back slabs that it uses nothing of, but for a few', () => {
    const reserve = new SlabReserve();
    const memory = new AudioMemory(reserve);
    const blocks = taken(memory, 800);
    for (const [value, block] of blocks.entries()) write(memory, block, value % 251);
    memory.give(blocks.slice(0, 600));
    expect(memory.usedBlocks).toBe(200);
    expect(reserve.bytesInUse / slabBytes).toBeLessThanOrEqual(25 + 2 + 25 / 2);
    expect(reserve.slabs).toBeGreaterThan(60);
    expect(blocks.slice(600).every((block, index) => holds(memory, block, (600 + index) % 251))).toBe(true);
  });

  it('gives back none of which it uses a block', () => {
    const reserve = new SlabReserve();
    const memory = new AudioMemory(reserve);
    const blocks = taken(memory, 800);
    memory.give(blocks.filter((_, index) => index % 8 !== 0));
    expect([reserve.slabs, reserve.bytesInUse]).toEqual([0, 100 * slabBytes]);
  });

  it('comes to hold little more than it uses, however what it used lay about', () => {
    const reserve = new SlabReserve();
    const memory = new AudioMemory(reserve);
    const blocks = taken(memory, 800);
    // Every eighth is left, one of each slab, and they are let go from the oldest on, as others are taken.
    memory.give(blocks.filter((_, index) => index % 8 !== 0));
    const queue = blocks.filter((_, index) => index % 8 === 0);
    for (let turn = 0; turn < 100; turn += 1) {
      queue.push(memory.take());
      memory.give(queue.splice(0, 1));
    }
    const least = Math.ceil((100 * blockBytes) / slabBytes);
    expect(reserve.bytesInUse / slabBytes).toBeLessThanOrEqual((4 / 3) * (least + 3));
  });

  it('never has two in one block, nor much more than it uses, whatever it takes and gives back', () => {
    const step = fc.record({ give: fc.boolean(), blocks: fc.integer({ min: 1, max: 200 }), from: fc.nat() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const reserve = new SlabReserve();
        const memory = new AudioMemory(reserve);
        const held: { block: number; value: number }[] = [];
        let value = 0;
        for (const { give, blocks, from } of steps) {
          if (give) memory.give(held.splice(from % (held.length + 1), blocks).map(({ block }) => block));
          else
            for (const block of taken(memory, blocks)) {
              value += 1;
              const at = offsetInSlab(block);
              memory.slabOf(block).writeUInt32LE(value, at);
              held.push({ block, value });
            }
          const slabs = new Set(held.map(({ block }) => memory.slabOf(block))).size;
          expect(memory.usedBlocks).toBe(held.length);
          expect(reserve.bytesInUse / slabBytes).toBeLessThanOrEqual((4 / 3) * (slabs + 2) + 1);
          expect(reserve.bytes - reserve.bytesInUse).toBe(reserve.slabs * slabBytes);
          for (const one of held) {
            expect(memory.slabOf(one.block).readUInt32LE(offsetInSlab(one.block))).toBe(one.value);
          }
        }
        memory.give(held.map(({ block }) => block));
        memory.end();
        expect(reserve.bytesInUse).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the end of a session', () => {
  it('leaves its slabs to the next one', () => {
    const reserve = new SlabReserve();
    const [first, next] = [new AudioMemory(reserve), new AudioMemory(reserve)];
    const blocks = taken(first, 20);
    const slabs = new Set(blocks.map((block) => first.slabOf(block)));
    first.give(blocks.slice(1));
    expect(reserve.slabs).toBe(0);
    first.give(blocks.slice(0, 1));
    first.end();
    expect(reserve.slabs).toBe(3);
    expect(new Set(taken(next, 20).map((block) => next.slabOf(block)))).toEqual(slabs);
    expect(reserve.slabs).toBe(0);
  });

  it('leaves nothing to anybody that is still read, until it is not', () => {
    const reserve = new SlabReserve();
    const [first, next] = [new AudioMemory(reserve), new AudioMemory(reserve)];
    const blocks = taken(first, 20);
    for (const block of blocks) write(first, block, 1);
    first.give(blocks.slice(1));
    first.end();
    expect(reserve.slabs).toBe(0);
    for (const block of taken(next, 40)) write(next, block, 2);
    expect(holds(first, blocks[0]!, 1)).toBe(true);
    first.give(blocks.slice(0, 1));
    expect(reserve.slabs).toBe(3);
  });

  it('is no end of order: what is taken later is given back as well', () => {
    const reserve = new SlabReserve();
    const memory = new AudioMemory(reserve);
    memory.end();
    const late = taken(memory, 9);
    memory.give(late);
    expect([reserve.slabs, memory.usedBlocks]).toEqual([2, 0]);
  });
});

it('no more than 32 MiB wait for the next session', () => {
  const reserve = new SlabReserve();
  const memory = new AudioMemory(reserve);
  memory.give(taken(memory, 2_200));
  memory.end();
  expect(reserve.slabs * slabBytes).toBe(32 * 1024 * 1024);
});
