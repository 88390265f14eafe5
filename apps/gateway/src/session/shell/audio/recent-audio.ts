const bytesPerSample = 2;
/** The ring grows and shrinks by seconds: of audio at 16 kHz. */
const stepSamples = 16_000;

/**
 * The session's newest audio (PCM16, 16 kHz) by sample position: for another stt-worker, and for items. One ring rather
 * than the pieces as they came: thousands of buffers that live for seconds keep the garbage collector busy.
 */
export class RecentAudio {
  #ring: Uint8Array = new Uint8Array(0);
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
    const samples = pcm.byteLength / bytesPerSample;
    if (samples === 0) return;
    const end = this.#end + samples;
    const start = Math.max(this.#start, end - this.maxSamples);
    this.forgetBefore(start);
    this.#makeRoom(end - this.#start);
    const fresh = Math.max(start, this.#end);
    this.#write(fresh, fresh === this.#end ? pcm : pcm.subarray((fresh - this.#end) * bytesPerSample));
    this.#start = start;
    this.#end = end;
  }

  /** What is before `sample` is let go. */
  forgetBefore(sample: number): void {
    this.#start = Math.max(this.#start, Math.min(sample, this.#end));
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
    const start = Math.max(from, this.#start);
    const end = Math.min(to, this.#end);
    if (end <= start) return [];
    const bytes = (end - start) * bytesPerSample;
    const at = this.#offset(start);
    const first = this.#ring.subarray(at, at + bytes);
    return first.byteLength === bytes ? [first] : [first, this.#ring.subarray(0, bytes - first.byteLength)];
  }

  #offset(sample: number): number {
    return (sample * bytesPerSample) % this.#ring.byteLength;
  }

  #write(sample: number, pcm: Uint8Array): void {
    const at = this.#offset(sample);
    if (at + pcm.byteLength <= this.#ring.byteLength) return this.#ring.set(pcm, at);
    const first = pcm.subarray(0, this.#ring.byteLength - at);
    this.#ring.set(first, at);
    this.#ring.set(pcm.subarray(first.byteLength), 0);
  }

  #makeRoom(samples: number): void {
    const capacity = this.#ring.byteLength / bytesPerSample;
    if (samples <= capacity && samples * 4 >= capacity - stepSamples) return;
    const wanted = Math.ceil((samples * 1.2) / stepSamples) * stepSamples;
    if (wanted === capacity) return;
    const held = this.slice(this.#start, this.#end);
    this.#ring = new Uint8Array(wanted * bytesPerSample);
    if (held.byteLength > 0) this.#write(this.#end - held.byteLength / bytesPerSample, held);
  }
}
