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

/** A slab, and how many of its blocks somebody has. */
interface Slab {
  readonly memory: Buffer;
  used: number;
}

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
  /** The last one given back is the next one taken. */
  #free: number[] = [];
  #held = 0;
  #empty = 0;
  #ended = false;

  constructor(private readonly reserve = slabReserve) {}

  /** Blocks that somebody has. */
  get usedBlocks(): number {
    return this.#held * slabBlocks - this.#free.length;
  }

  /** What is in it is of no meaning. */
  take(): number {
    if (this.#free.length === 0) this.#grow();
    const block = this.#free.pop()!;
    const slab = this.#slabs[slabNumber(block)]!;
    if (slab.used === 0) this.#empty -= 1;
    slab.used += 1;
    return block;
  }

  /** Nobody may look at them any more. */
  give(blocks: readonly number[]): void {
    for (const block of blocks) {
      this.#free.push(block);
      const slab = this.#slabs[slabNumber(block)]!;
      slab.used -= 1;
      if (slab.used === 0) this.#empty += 1;
    }
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
    if (this.usedBlocks === 0) this.#giveBack(0);
  }

  #grow(): void {
    const vacant = this.#held < this.#slabs.length ? this.#slabs.indexOf(undefined) : this.#slabs.length;
    this.#slabs[vacant] = { memory: this.reserve.take(), used: 0 };
    this.#held += 1;
    this.#empty += 1;
    for (let block = (vacant + 1) * slabBlocks - 1; block >= vacant * slabBlocks; block -= 1) {
      this.#free.push(block);
    }
  }

  /** All slabs that nobody has a block of, but so many of them. */
  #giveBack(butFor: number): void {
    const gone: Buffer[] = [];
    for (let number = this.#slabs.length - 1; this.#empty > butFor; number -= 1) {
      const slab = this.#slabs[number];
      if (slab === undefined || slab.used > 0) continue;
      this.#slabs[number] = undefined;
      this.#empty -= 1;
      this.#held -= 1;
      gone.push(slab.memory);
    }
    this.#free = this.#free.filter((block) => this.#slabs[slabNumber(block)] !== undefined);
    this.reserve.give(gone);
  }
}

const slabNumber = (block: number): number => Math.floor(block / slabBlocks);

export const offsetInSlab = (block: number): number => (block % slabBlocks) * blockBytes;
