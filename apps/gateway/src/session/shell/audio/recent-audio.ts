import { blockBytes, fillBlocks, giveBlocks } from './blocks';

const bytesPerSample = 2;
const blockSamples = blockBytes / bytesPerSample;

/**
 * The session's newest audio (PCM16, 16 kHz) by sample position: for another stt-worker, and for items. In blocks of
 * the pool: memory that the garbage collector counts would have it look through the heap for every 64 MiB of it.
 */
export class RecentAudio {
  /** Together they are what begins with the block that holds the oldest sample. */
  readonly #blocks: Buffer[] = [];
  /** The newest of them. */
  #last: Buffer | undefined;
  #start = 0;
  #end = 0;

  constructor(private readonly maxSamples: number) {}

  /** Position of the oldest sample held. */
  get startSample(): number {
    return this.#start;
  }

  get endSample(): number {
    return this.#end;
  }

  /** `pcm` is copied. */
  push(pcm: Uint8Array): void {
    const at = (this.#end * bytesPerSample) % blockBytes;
    if (at > 0 && at + pcm.byteLength <= blockBytes) this.#last?.set(pcm, at);
    else {
      fillBlocks(this.#blocks, this.#end * bytesPerSample, pcm);
      this.#last = this.#blocks.at(-1);
    }
    this.#end += pcm.byteLength / bytesPerSample;
    this.forgetBefore(this.#end - this.maxSamples);
  }

  /** What is before `sample` is let go. */
  forgetBefore(sample: number): void {
    const start = Math.max(this.#start, Math.min(sample, this.#end));
    const gone = blockOf(start) - blockOf(this.#start);
    if (gone > 0) giveBlocks(this.#blocks.splice(0, gone));
    this.#start = start;
  }

  /** A copy of [from, to), as far as it is held. */
  slice(from: number, to: number): Uint8Array {
    const parts = this.views(from, to);
    const out = new Uint8Array(parts.reduce((bytes, part) => bytes + part.byteLength, 0));
    let at = 0;
    for (const part of parts) {
      out.set(part, at);
      at += part.byteLength;
    }
    return out;
  }

  /** The same as views, until the next push. */
  views(from: number, to: number): Uint8Array[] {
    const end = Math.min(to, this.#end);
    const views: Uint8Array[] = [];
    for (let at = Math.max(from, this.#start); at < end;) {
      const first = at - (at % blockSamples);
      const last = Math.min(end, first + blockSamples);
      const block = this.#blocks[blockOf(at) - blockOf(this.#start)];
      if (block !== undefined)
        views.push(block.subarray((at - first) * bytesPerSample, (last - first) * bytesPerSample));
      at = last;
    }
    return views;
  }

  /** All of it is let go; nothing may be pushed any more. */
  close(): void {
    giveBlocks(this.#blocks.splice(0));
    this.#last = undefined;
    this.#start = this.#end;
  }
}

/** Number of the block that a sample is in. */
const blockOf = (sample: number): number => Math.floor(sample / blockSamples);
