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
    memory.give(blocks.slice(3, 33));
    expect(memory.usedBlocks).toBe(10);
    expect(new Set(taken(memory, 30))).toEqual(new Set(blocks.slice(3, 33)));
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

describe('the end of a session', () => {
  it('leaves its slabs to the next one', () => {
    const reserve = new SlabReserve();
    const [first, next] = [new AudioMemory(reserve), new AudioMemory(reserve)];
    const blocks = taken(first, 20);
    const slabs = new Set(blocks.map((block) => first.slabOf(block)));
    first.give(blocks);
    expect(reserve.slabs).toBe(0);
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
