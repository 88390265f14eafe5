import { blockBytes, offsetInSlab, type AudioMemory } from './audio-memory';

/** Bytes that can be read where they lie. */
export interface AudioViews {
  readonly bytes: number;
  /** Bytes [from, to), as far as there are any. */
  views(from: number, to: number): Uint8Array[];
}

export interface Loan extends AudioViews {
  /** Nothing of it is looked at any more. */
  release(): void;
}

const nowhere: Buffer = Buffer.alloc(0);

/** Audio in blocks of the session's memory, by byte: more comes at its end, and it may lose bytes at both. */
export class StoredAudio implements AudioViews {
  /** The first of them has the first byte. None: nothing is held. */
  readonly #blocks: number[] = [];
  #start = 0;
  #end = 0;
  /** Where the next byte goes, and how many more after it. */
  #slab = nowhere;
  #at = 0;
  #room = 0;
  /** How many loans there are, and blocks that are let go when there are none any more. */
  #lent: { loans: number; readonly letGo: number[] } | undefined;

  constructor(private readonly memory: AudioMemory) {}

  /** Of the first byte held. */
  get start(): number {
    return this.#start;
  }

  /** Of the next one to come. */
  get end(): number {
    return this.#end;
  }

  get bytes(): number {
    return this.#end - this.#start;
  }

  /** `audio` is copied. */
  append(audio: Uint8Array): void {
    const { byteLength } = audio;
    if (byteLength > this.#room) return this.#appendOver(audio);
    this.#slab.set(audio, this.#at);
    this.#at += byteLength;
    this.#room -= byteLength;
    this.#end += byteLength;
  }

  /** What is before byte `start` is let go. */
  dropBefore(start: number): void {
    if (start <= this.#start) return;
    const from = Math.min(start, this.#end);
    const isAll = from === this.#end;
    const gone = isAll ? this.#blocks.length : blockOf(from) - blockOf(this.#start);
    this.#start = from;
    if (gone > 0) this.#letGo(this.#blocks.splice(0, gone));
    if (isAll) this.#goOn();
  }

  /** What is from byte `end` on is let go, and more comes there. */
  cut(end: number): void {
    if (end >= this.#end) return;
    this.#end = Math.max(end, this.#start);
    const left = this.bytes === 0 ? 0 : blockOf(this.#end - 1) - blockOf(this.#start) + 1;
    this.#letGo(this.#blocks.splice(left));
    if (this.#lent !== undefined) this.#renewLast();
    this.#goOn();
  }

  /** What they show is the same until one of the other methods is called. */
  views(from: number, to: number): Uint8Array[] {
    return this.#viewsIn(this.#blocks, this.#start, Math.max(from, this.#start), Math.min(to, this.#end));
  }

  /** All that is held now, for whoever reads it bit by bit: it stays as it is until it is released. */
  lend(): Loan {
    const [blocks, start, end] = [[...this.#blocks], this.#start, this.#end];
    const lent = (this.#lent ??= { loans: 0, letGo: [] });
    lent.loans += 1;
    let isReleased = false;
    return {
      bytes: end - start,
      views: (from, to) => {
        if (isReleased) throw new Error('audio was read after it had been released');
        return this.#viewsIn(blocks, start, Math.max(from, start), Math.min(to, end));
      },
      release: () => {
        if (isReleased) return;
        isReleased = true;
        lent.loans -= 1;
        if (lent.loans > 0) return;
        this.#lent = undefined;
        this.memory.give(lent.letGo);
      },
    };
  }

  #appendOver(audio: Uint8Array): void {
    for (let from = 0; from < audio.byteLength;) {
      if (this.#room === 0) {
        this.#blocks.push(this.memory.take());
        this.#goOn();
      }
      const part = audio.subarray(from, from + this.#room);
      this.#slab.set(part, this.#at);
      this.#at += part.byteLength;
      this.#room -= part.byteLength;
      this.#end += part.byteLength;
      from += part.byteLength;
    }
  }

  #letGo(blocks: readonly number[]): void {
    if (this.#lent === undefined) return this.memory.give(blocks);
    for (const block of blocks) this.#lent.letGo.push(block);
  }

  /** Somebody still reads what was behind the end in the last block: what comes there is written elsewhere. */
  #renewLast(): void {
    const last = this.#blocks.at(-1);
    const heldBytes = this.#end % blockBytes;
    if (last === undefined || heldBytes === 0) return;
    const block = this.memory.take();
    const at = offsetInSlab(last);
    const held = this.memory.slabOf(last).subarray(at, at + heldBytes);
    this.memory.slabOf(block).set(held, offsetInSlab(block));
    this.#letGo(this.#blocks.splice(-1, 1, block));
  }

  /** Finds where the next byte goes: into the last block, if that is not full. */
  #goOn(): void {
    const last = this.#blocks.at(-1);
    const isFull = last === undefined || this.#blocks.length === blockOf(this.#end) - blockOf(this.#start);
    const at = this.#end % blockBytes;
    this.#slab = isFull ? nowhere : this.memory.slabOf(last);
    this.#at = isFull ? 0 : offsetInSlab(last) + at;
    this.#room = isFull ? 0 : blockBytes - at;
  }

  /** `blocks`: the first of them has byte `start`. */
  #viewsIn(blocks: readonly number[], start: number, from: number, to: number): Uint8Array[] {
    const views: Uint8Array[] = [];
    for (let at = from; at < to;) {
      const inBlock = at % blockBytes;
      const next = Math.min(to, at - inBlock + blockBytes);
      const block = blocks[blockOf(at) - blockOf(start)]!;
      const offset = offsetInSlab(block) + inBlock;
      views.push(this.memory.slabOf(block).subarray(offset, offset + next - at));
      at = next;
    }
    return views;
  }
}

/** Number of the block that a byte is in. */
const blockOf = (byte: number): number => Math.floor(byte / blockBytes);
