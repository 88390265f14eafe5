/** The session's newest audio (PCM16, 16 kHz) by sample position: for another stt-worker, and for items. */
export class RecentAudio {
  readonly #chunks: { start: number; pcm: Uint8Array }[] = [];
  #head = 0;
  #end = 0;

  constructor(private readonly maxSamples: number) {}

  /** Position of the oldest sample held. */
  get startSample(): number {
    return this.#chunks[this.#head]?.start ?? this.#end;
  }

  get endSample(): number {
    return this.#end;
  }

  push(pcm: Uint8Array): void {
    if (pcm.byteLength === 0) return;
    this.#chunks.push({ start: this.#end, pcm });
    this.#end += pcm.byteLength / 2;
    this.forgetBefore(this.#end - this.maxSamples);
  }

  /** Whole chunks that end before `sample` are let go. */
  forgetBefore(sample: number): void {
    for (;;) {
      const chunk = this.#chunks[this.#head];
      if (chunk === undefined || chunk.start + chunk.pcm.byteLength / 2 > sample) break;
      this.#head += 1;
    }
    if (this.#head < 64 || this.#head * 2 < this.#chunks.length) return;
    this.#chunks.splice(0, this.#head);
    this.#head = 0;
  }

  /** A copy of [from, to), as far as it is held. */
  slice(from: number, to: number): Uint8Array {
    const start = Math.max(from, this.startSample);
    const end = Math.min(to, this.#end);
    if (end <= start) return new Uint8Array(0);
    const out = new Uint8Array((end - start) * 2);
    for (let index = this.#first(start); index < this.#chunks.length; index += 1) {
      const chunk = this.#chunks[index];
      if (chunk === undefined || chunk.start >= end) break;
      const skip = Math.max(0, start - chunk.start) * 2;
      const length = Math.min(chunk.pcm.byteLength, (end - chunk.start) * 2) - skip;
      out.set(chunk.pcm.subarray(skip, skip + length), (Math.max(chunk.start, start) - start) * 2);
    }
    return out;
  }

  /** Index of the chunk that holds `sample`. */
  #first(sample: number): number {
    let low = this.#head;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#chunks[middle]?.start ?? 0) <= sample) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
