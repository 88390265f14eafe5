import { concatInt16 } from '@parley/audio';

/** The first frame of a response is short, so that it leaves early. */
const firstFrameMs = 40;
const frameMs = 100;

export interface PcmFrame {
  /** Position of its first sample in the audio of the whole response. */
  readonly startSample: number;
  readonly samples: Int16Array;
}

/** Cuts the audio of one response into frames, without a gap from segment to segment. */
export class Framer {
  #held: Int16Array[] = [];
  #heldLength = 0;
  #sent = 0;

  constructor(private readonly sampleRate: number) {}

  /** Samples given so far. */
  get length(): number {
    return this.#sent + this.#heldLength;
  }

  push(samples: Int16Array): PcmFrame[] {
    if (samples.length > 0) this.#held.push(samples);
    this.#heldLength += samples.length;
    const frames: PcmFrame[] = [];
    while (this.#heldLength >= this.#nextSize()) frames.push(this.#take(this.#nextSize()));
    return frames;
  }

  /** What is held, as a shorter frame. */
  flush(): PcmFrame[] {
    return this.#heldLength > 0 ? [this.#take(this.#heldLength)] : [];
  }

  #nextSize(): number {
    return Math.round((this.sampleRate * (this.#sent === 0 ? firstFrameMs : frameMs)) / 1_000);
  }

  #take(size: number): PcmFrame {
    const all = concatInt16(this.#held);
    const frame = { startSample: this.#sent, samples: all.slice(0, size) };
    this.#held = size < all.length ? [all.subarray(size)] : [];
    this.#heldLength = all.length - size;
    this.#sent += size;
    return frame;
  }
}
