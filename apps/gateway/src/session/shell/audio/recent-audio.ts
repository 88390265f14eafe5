import type { AudioMemory } from './audio-memory';
import { StoredAudio } from './stored-audio';

const bytesPerSample = 2;

/** The session's newest audio (PCM16, 16 kHz) by sample position: for another stt-worker, and for items. */
export class RecentAudio {
  readonly #audio: StoredAudio;

  constructor(
    memory: AudioMemory,
    private readonly maxSamples: number,
  ) {
    this.#audio = new StoredAudio(memory);
  }

  /** Position of the oldest sample held. */
  get startSample(): number {
    return this.#audio.start / bytesPerSample;
  }

  get endSample(): number {
    return this.#audio.end / bytesPerSample;
  }

  /** `pcm` is copied. */
  push(pcm: Uint8Array): void {
    this.#audio.append(pcm);
    this.forgetBefore(this.endSample - this.maxSamples);
  }

  /** What is before `sample` is let go. */
  forgetBefore(sample: number): void {
    this.#audio.dropBefore(sample * bytesPerSample);
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
    return this.#audio.views(from * bytesPerSample, to * bytesPerSample);
  }

  /** All of it is let go; nothing may be pushed any more. */
  close(): void {
    this.forgetBefore(this.endSample);
  }
}
