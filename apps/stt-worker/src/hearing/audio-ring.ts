import { sampleRate } from '../endpointing/time';

const blockSamples = sampleRate;

/**
 * The last stretch of a session's audio, in blocks of a second that come and go as needed. What is asked for and is
 * not there (never heard, or forgotten) reads as silence.
 */
export class AudioRing {
  readonly #blocks = new Map<number, Int16Array>();
  #firstBlock: number;
  #endSample: number;
  #judgedTo = Infinity;

  constructor(
    startSample: number,
    private readonly capacitySamples: number,
    /** With what is not judged yet. */
    private readonly mostSamples = capacitySamples,
  ) {
    this.#endSample = startSample;
    this.#firstBlock = Math.floor(startSample / blockSamples);
  }

  /** Behind the last sample. */
  get endSample(): number {
    return this.#endSample;
  }

  /** Bytes held. */
  get size(): number {
    return this.#blocks.size * blockSamples * 2;
  }

  append(samples: Int16Array): void {
    let done = 0;
    while (done < samples.length) {
      const at = this.#endSample % blockSamples;
      const part = samples.subarray(done, done + blockSamples - at);
      this.#block(Math.floor(this.#endSample / blockSamples)).set(part, at);
      this.#endSample += part.length;
      done += part.length;
    }
    this.#forgetOldest();
  }

  /** The VAD has come so far: audio that came faster than it is judged is kept for it. */
  judged(sample: number): void {
    this.#judgedTo = sample;
  }

  /** Goes on at a later position: what lies between was silence. */
  skipTo(sample: number): void {
    this.#endSample = Math.max(this.#endSample, sample);
    this.#forgetOldest();
  }

  /** A copy of `[startSample, endSample)`. */
  read(startSample: number, endSample: number): Int16Array {
    const out = new Int16Array(Math.max(0, endSample - startSample));
    for (let sample = startSample; sample < endSample;) {
      const at = sample % blockSamples;
      const length = Math.min(blockSamples - at, endSample - sample);
      const block = this.#blocks.get(Math.floor(sample / blockSamples));
      if (block) out.set(block.subarray(at, at + length), sample - startSample);
      sample += length;
    }
    return out;
  }

  /** Lets go of whole blocks before `sample`. */
  forget(sample: number): void {
    const keep = Math.floor(sample / blockSamples);
    if (keep - this.#firstBlock > this.#blocks.size) {
      for (const index of this.#blocks.keys()) if (index < keep) this.#blocks.delete(index);
    } else {
      for (let index = this.#firstBlock; index < keep; index++) this.#blocks.delete(index);
    }
    this.#firstBlock = Math.max(this.#firstBlock, keep);
  }

  #forgetOldest(): void {
    const judged = Math.min(this.#endSample, this.#judgedTo);
    this.forget(Math.max(judged - this.capacitySamples, this.#endSample - this.mostSamples));
  }

  #block(index: number): Int16Array {
    let block = this.#blocks.get(index);
    if (!block) {
      block = new Int16Array(blockSamples);
      this.#blocks.set(index, block);
    }
    return block;
  }
}
