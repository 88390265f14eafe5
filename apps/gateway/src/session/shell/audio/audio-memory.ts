/** Half a second of PCM16 at 16 kHz. */
export const blockBytes = 16 * 1024;
const slabBlocks = 8;
export const slabBytes = slabBlocks * blockBytes;

/** 32 MiB. */
const mostInReserve = 256;

/**
 * Slabs that sessions have done with, for others: memory that is fresh costs more than what is copied into it.
 * Shared memory, as the garbage collector does not count that: what sessions keep grows by megabytes a second, and each
 * few of them would make it look through the whole heap.
 */
export class SlabReserve {
  readonly #slabs: Buffer[] = [];
  #inUse = 0;

  get slabs(): number {
    return this.#slabs.length;
  }

  /** Of all who took slabs. */
  get bytesInUse(): number {
    return this.#inUse * slabBytes;
  }

  /** With those that wait here. */
  get bytes(): number {
    return (this.#inUse + this.#slabs.length) * slabBytes;
  }

  /** What is in it is of no meaning. */
  take(): Buffer {
    this.#inUse += 1;
    return this.#slabs.pop() ?? Buffer.from(new SharedArrayBuffer(slabBytes));
  }

  /** Nobody may look at them any more. Beyond what may wait here they are let go. */
  give(slabs: readonly Buffer[]): void {
    this.#inUse -= slabs.length;
    for (const slab of slabs) if (this.#slabs.length < mostInReserve) this.#slabs.push(slab);
  }
}

/** Of all sessions of this process. */
export const slabReserve = new SlabReserve();

/** Of its blocks, those that nobody has: a bit each. */
interface Slab {
  readonly memory: Buffer;
  free: number;
}

const allFree = 2 ** slabBlocks - 1;

/** Of a session's slabs, this part may be empty before it gives some back; a few always may. */
const emptyPart = 1 / 4;
const fewSlabs = 2;

/**
 * Memory that one session keeps audio in. A block is a number, and few objects stand for many of them: what the
 * collector marks and sweeps is the objects, and the event loop has a part of its core meanwhile.
 */
export class AudioMemory {
  /** By number; undefined: that one was given back, and another may take its place. */
  readonly #slabs: (Slab | undefined)[] = [];
  #used = 0;
  #held = 0;
  #empty = 0;
  #ended = false;

  constructor(private readonly reserve = slabReserve) {}

  /** Blocks that somebody has. */
  get usedBlocks(): number {
    return this.#used;
  }

  /** What is in it is of no meaning. Of the first slab that has one: so the last ones become empty, and can be given back. */
  take(): number {
    let number = this.#slabs.findIndex(hasRoom);
    if (number < 0) number = this.#grow();
    const slab = this.#slabs[number]!;
    if (slab.free === allFree) this.#empty -= 1;
    const lowest = slab.free & -slab.free;
    slab.free -= lowest;
    this.#used += 1;
    return number * slabBlocks + Math.log2(lowest);
  }

  /** Nobody may look at them any more. */
  give(blocks: readonly number[]): void {
    for (const block of blocks) {
      const slab = this.#slabs[slabNumber(block)]!;
      slab.free += 2 ** (block % slabBlocks);
      if (slab.free === allFree) this.#empty += 1;
    }
    this.#used -= blocks.length;
    if (this.#ended) this.#leave();
    else if (this.#empty > fewSlabs + this.#held * emptyPart) this.#giveBack(fewSlabs);
  }

  /** Where a block that somebody has lies, from `offsetInSlab` of it on. */
  slabOf(block: number): Buffer {
    return this.#slabs[slabNumber(block)]!.memory;
  }

  /** The session is over: its slabs are for others, once there is nothing any more that somebody still reads. */
  end(): void {
    this.#ended = true;
    this.#leave();
  }

  #leave(): void {
    if (this.#used === 0) this.#giveBack(0);
  }

  /** Its number. */
  #grow(): number {
    const vacant = this.#held < this.#slabs.length ? this.#slabs.indexOf(undefined) : this.#held;
    this.#slabs[vacant] = { memory: this.reserve.take(), free: allFree };
    this.#held += 1;
    this.#empty += 1;
    return vacant;
  }

  /** All slabs that nobody has a block of, but so many of them; the last ones first. */
  #giveBack(butFor: number): void {
    const gone: Buffer[] = [];
    for (let number = this.#slabs.length - 1; number >= 0 && this.#empty > butFor; number -= 1) {
      const slab = this.#slabs[number];
      if (slab?.free !== allFree) continue;
      this.#slabs[number] = undefined;
      this.#empty -= 1;
      this.#held -= 1;
      gone.push(slab.memory);
    }
    this.reserve.give(gone);
  }
}

const hasRoom = (slab: Slab | undefined): boolean => slab !== undefined && slab.free > 0;

const slabNumber = (block: number): number => Math.floor(block / slabBlocks);

export const offsetInSlab = (block: number): number => (block % slabBlocks) * blockBytes;
