import * as fc from 'fast-check';
import { AudioMemory, blockBytes, SlabReserve } from './audio-memory';
import { StoredAudio, type AudioViews, type Loan } from './stored-audio';

/** No two stretches of it are alike. */
const noise = Buffer.from(
  Uint32Array.from({ length: 100_000 }, (_, at) => Math.imul(at + 1, 2_654_435_761)).buffer,
);
const piece = (seed: number, bytes: number): Buffer => noise.subarray(seed, seed + bytes);
const all = (audio: AudioViews, from = 0, to = Infinity): Buffer => Buffer.concat(audio.views(from, to));

function setUp(): { reserve: SlabReserve; memory: AudioMemory; audio: StoredAudio } {
  const reserve = new SlabReserve();
  const memory = new AudioMemory(reserve);
  return { reserve, memory, audio: new StoredAudio(memory) };
}

it.each([
  ['dropped', (audio: StoredAudio) => audio.dropBefore(audio.end)],
  ['cut', (audio: StoredAudio) => audio.cut(audio.start)],
])('holds no memory before there is audio, nor when all of it is %s', (_, letGo) => {
  const { memory, audio } = setUp();
  expect(memory.usedBlocks).toBe(0);
  audio.append(piece(0, 3 * blockBytes + 5));
  expect(memory.usedBlocks).toBe(4);
  letGo(audio);
  expect([memory.usedBlocks, audio.bytes]).toEqual([0, 0]);
  audio.append(piece(9, 70_000));
  expect(all(audio).equals(piece(9, 70_000))).toBe(true);
});

it('gives back each block once nothing of it is held', () => {
  const { memory, audio } = setUp();
  audio.append(piece(0, 5 * blockBytes));
  audio.dropBefore(blockBytes - 1);
  expect(memory.usedBlocks).toBe(5);
  audio.dropBefore(blockBytes);
  expect(memory.usedBlocks).toBe(4);
  audio.cut(4 * blockBytes + 1);
  expect(memory.usedBlocks).toBe(4);
  audio.cut(4 * blockBytes);
  expect(memory.usedBlocks).toBe(3);
  audio.append(piece(4 * blockBytes, 10));
  expect(memory.usedBlocks).toBe(4);
  expect(all(audio).equals(piece(blockBytes, 3 * blockBytes + 10))).toBe(true);
});

it('copies what fits at once, and asks for no memory', () => {
  const { memory, audio } = setUp();
  const pieces = Array.from({ length: 12 }, (_, n) => noise.subarray(4 + n * 1_365, 4 + (n + 1) * 1_365));
  audio.append(piece(0, 4));
  const take = jest.spyOn(memory, 'take');
  const part = jest.spyOn(Buffer.prototype, 'subarray');
  for (const one of pieces) audio.append(one);
  expect(part).not.toHaveBeenCalled();
  part.mockRestore();
  expect(take).not.toHaveBeenCalled();
  expect(all(audio).equals(piece(0, blockBytes))).toBe(true);
});

describe('a loan', () => {
  const lent = piece(0, 5 * blockBytes - 100);

  it('stays what it was when its audio goes on, is cut, or goes', () => {
    const { memory, audio } = setUp();
    const other = new StoredAudio(memory);
    audio.append(lent);
    const loan = audio.lend();
    audio.append(piece(7, 50_000));
    audio.cut(2 * blockBytes + 50);
    audio.append(piece(8, 50_000));
    audio.dropBefore(100);
    audio.cut(0);
    other.append(piece(9, 300_000));
    expect(all(loan).equals(lent)).toBe(true);
    expect(all(other).equals(piece(9, 300_000))).toBe(true);
  });

  it('keeps what its audio let go until the last one is released', () => {
    const { memory, audio } = setUp();
    audio.append(lent);
    const [first, second] = [audio.lend(), audio.lend()];
    audio.cut(0);
    expect(memory.usedBlocks).toBe(5);
    first.release();
    first.release();
    expect(memory.usedBlocks).toBe(5);
    expect(all(second).equals(lent)).toBe(true);
    second.release();
    expect(memory.usedBlocks).toBe(0);
  });

  it('is not read once it is released', () => {
    const { audio } = setUp();
    audio.append(lent);
    const loan = audio.lend();
    loan.release();
    expect(() => loan.views(0, 1)).toThrow('released');
  });

  it('is not what other sessions keep, even where its own session is over', () => {
    const { reserve, memory, audio } = setUp();
    audio.append(lent);
    const loan = audio.lend();
    audio.cut(0);
    memory.end();
    const other = new StoredAudio(new AudioMemory(reserve));
    other.append(piece(9, 300_000));
    expect(all(loan).equals(lent)).toBe(true);
    expect(reserve.slabs).toBe(0);
    loan.release();
    expect(reserve.slabs).toBe(1);
  });
});

/** What a plain copy of all bytes would be. */
class Model {
  held: Buffer = Buffer.alloc(0);
  start = 0;

  get end(): number {
    return this.start + this.held.byteLength;
  }

  append(audio: Buffer): void {
    this.held = Buffer.concat([this.held, audio]);
  }

  dropBefore(byte: number): void {
    const start = Math.min(Math.max(byte, this.start), this.end);
    this.held = this.held.subarray(start - this.start);
    this.start = start;
  }

  cut(byte: number): void {
    this.held = this.held.subarray(0, Math.max(0, byte - this.start));
  }
}

interface User {
  readonly memory: AudioMemory;
  readonly audio: StoredAudio;
  readonly model: Model;
}

interface Reader {
  readonly user: User;
  readonly loan: Loan;
  readonly held: Buffer;
}

const isSame = (audio: AudioViews, held: Buffer): boolean =>
  audio.bytes === held.byteLength && all(audio).equals(held);

it('is what a plain array would be, whatever others of its session and other sessions do', () => {
  const bytes = fc.oneof(
    fc.nat(40_000),
    fc.nat(10).map((blocks) => (blocks % 4) * blockBytes),
    fc.nat(700),
  );
  const step = fc.record({
    who: fc.nat(3),
    does: fc.constantFrom('append', 'append', 'append', 'drop', 'cut', 'lend', 'lend', 'release'),
    bytes,
    seed: fc.nat(300_000),
    share: fc.integer({ min: 0, max: 110 }),
    atBlock: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }),
      fc.boolean(),
      (steps, endsEarly) => {
        const reserve = new SlabReserve();
        let slabs = 0;
        const fresh = reserve.take.bind(reserve);
        reserve.take = () => {
          if (reserve.slabs === 0) slabs += 1;
          return fresh();
        };
        const memories = [new AudioMemory(reserve), new AudioMemory(reserve)];
        const users: User[] = memories.flatMap((memory) =>
          [1, 2].map(() => ({ memory, audio: new StoredAudio(memory), model: new Model() })),
        );
        let readers: Reader[] = [];
        const run = (one: (typeof steps)[number]): void => {
          const user = users[one.who]!;
          const { audio, model } = user;
          const anyByte = model.start + Math.floor((model.held.byteLength * one.share) / 100);
          const byte = one.atBlock ? Math.round(anyByte / blockBytes) * blockBytes : anyByte;
          switch (one.does) {
            case 'append':
              audio.append(piece(one.seed, one.bytes));
              return model.append(piece(one.seed, one.bytes));
            case 'drop':
              audio.dropBefore(byte);
              return model.dropBefore(byte);
            case 'cut':
              audio.cut(byte);
              return model.cut(byte);
            case 'lend':
              readers.push({ user, loan: audio.lend(), held: Buffer.from(model.held) });
              return;
            case 'release': {
              const released = readers[one.seed % Math.max(1, readers.length)];
              released?.loan.release();
              readers = readers.filter((reader) => reader !== released);
            }
          }
        };
        const check = (): void => {
          for (const { audio, model } of users) {
            expect([audio.start, audio.end]).toEqual([model.start, model.end]);
            expect(isSame(audio, model.held)).toBe(true);
          }
          for (const { loan, held } of readers) expect(isSame(loan, held)).toBe(true);
          for (const memory of memories) {
            const isLent = readers.some(({ user }) => user.memory === memory);
            const blocks = users
              .filter((user) => user.memory === memory && user.model.held.byteLength > 0)
              .map(({ model }) => Math.ceil(model.end / blockBytes) - Math.floor(model.start / blockBytes));
            const held = blocks.reduce((sum, count) => sum + count, 0);
            // What is lent may be more.
            const { usedBlocks } = memory;
            expect(isLent ? Math.min(usedBlocks, held) : usedBlocks).toBe(held);
          }
        };
        for (const one of steps) {
          run(one);
          check();
        }
        const letGo = (): void => {
          for (const { audio, model } of users) {
            audio.cut(0);
            model.cut(0);
          }
        };
        const end = (): void => {
          for (const memory of memories) memory.end();
        };
        const release = (): void => {
          for (const { loan } of readers.splice(0)) loan.release();
        };
        const lastSteps = endsEarly ? [letGo, end, release] : [letGo, release, end];
        for (const last of lastSteps) {
          last();
          check();
        }
        expect(reserve.slabs).toBe(slabs);
      },
    ),
    { numRuns: 150 },
  );
});

it('gives any stretch of what it holds', () => {
  const size = fc.nat(60_000);
  fc.assert(
    fc.property(size, size, size, size, (before, length, from, to) => {
      const { audio } = setUp();
      audio.append(piece(0, before));
      audio.append(piece(before, length));
      audio.dropBefore(before);
      const wanted = noise.subarray(Math.max(before, from), Math.min(to, before + length));
      for (const one of [audio, audio.lend()]) expect(all(one, from, to).equals(wanted)).toBe(true);
    }),
    { numRuns: 100 },
  );
});
