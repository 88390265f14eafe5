/** Half a second of PCM16 at 16 kHz. */
export const blockBytes = 16 * 1024;
const slabBlocks = 8;
export const slabBytes = slabBlocks * blockBytes;

/** 32 MiB. */
const mostInReserve = 256;

/**
 * Slabs of sessions that are over, for the next ones: memory that is fresh costs more than what is copied into it.
 * Shared memory, as the garbage collector does not count that: what sessions keep grows by megabytes a second, and each
 * few of them would make it look through the whole heap.
 */
export class SlabReserve {
  readonly #slabs: Buffer[] = [];

  get slabs(): number {
    return this.#slabs.length;
  }

  /** What is in it is of no meaning. */
  take(): Buffer {
    return this.#slabs.pop() ?? Buffer.from(new SharedArrayBuffer(slabBytes));
  }

  /** Nobody may look at them any more. Beyond what may wait here they are let go. */
  give(slabs: readonly Buffer[]): void {
    for (const slab of slabs) if (this.#slabs.length < mostInReserve) this.#slabs.push(slab);
  }
}

/** Of all sessions of this process. */
export const slabReserve = new SlabReserve();

/**
 * Memory that one session keeps audio in. A block is a number, and few objects stand for many of them: what the
 * collector marks and sweeps is the objects, and the event loop has a part of its core meanwhile.
 */
export class AudioMemory {
  readonly #slabs: Buffer[] = [];
  /** The last one given back is the next one taken. */
  readonly #free: number[] = [];
  #ended = false;

  constructor(private readonly reserve = slabReserve) {}

  /** Blocks that somebody has. */
  get usedBlocks(): number {
    return this.#slabs.length * slabBlocks - this.#free.length;
  }

  /** What is in it is of no meaning. */
  take(): number {
    const block = this.#free.pop();
    if (block !== undefined) return block;
    const first = this.#slabs.push(this.reserve.take()) * slabBlocks - slabBlocks;
    for (let next = first + slabBlocks - 1; next > first; next -= 1) this.#free.push(next);
    return first;
  }

  /** Nobody may look at them any more. */
  give(blocks: readonly number[]): void {
    for (const block of blocks) this.#free.push(block);
    if (this.#ended) this.#leave();
  }

  /** Where a block that somebody has lies, from `offsetInSlab` of it on. */
  slabOf(block: number): Buffer {
    return this.#slabs[Math.floor(block / slabBlocks)]!;
  }

  /** The session is over: its slabs are for others, once there is nothing any more that somebody still reads. */
  end(): void {
    this.#ended = true;
    this.#leave();
  }

  #leave(): void {
    if (this.usedBlocks > 0) return;
    this.reserve.give(this.#slabs.splice(0));
    this.#free.length = 0;
  }
}

export const offsetInSlab = (block: number): number => (block % slabBlocks) * blockBytes;
