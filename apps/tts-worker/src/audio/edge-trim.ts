import { concatFloat32 } from '@parley/audio';

/** A stretch counts as heard from this level on (RMS of 5 ms, full scale = 1): about −46 dBFS. */
const audibleRms = 0.005;
const windowMs = 5;

/**
 * Takes away the silence an engine puts before and after speech, as it comes: a listener waits for the first
 * audible sample, not for the first byte. What is silent is held until speech follows or the end is told.
 */
export class EdgeTrim {
  readonly #window: number;
  readonly #leadPad: number;
  #held: Float32Array[] = [];
  #heard = false;
  #trimmed = 0;
  #rest: Float32Array = new Float32Array(0);

  /** `leadMs` of what was before the first audible window is kept. */
  constructor(
    private readonly sampleRate: number,
    leadMs: number,
  ) {
    this.#window = Math.round((sampleRate * windowMs) / 1_000);
    this.#leadPad = Math.round((sampleRate * leadMs) / 1_000);
  }

  /** Milliseconds taken away at the front. */
  get leadMs(): number {
    return (this.#trimmed * 1_000) / this.sampleRate;
  }

  push(samples: Float32Array): Float32Array {
    const all = concatFloat32([this.#rest, samples]);
    const whole = all.length - (all.length % this.#window);
    this.#rest = all.slice(whole);
    const heardTo = this.#lastAudible(all, whole);
    if (heardTo === 0) {
      this.#hold(all.slice(0, whole));
      return new Float32Array(0);
    }
    const out = concatFloat32([this.#release(), all.subarray(0, heardTo)]);
    this.#hold(all.slice(heardTo, whole));
    return this.#cutLead(out);
  }

  /** The end of speech: silence is added or taken so that `pauseMs` of it follow the last audible window. */
  finish(pauseMs: number): Float32Array {
    const pause = Math.round((this.sampleRate * pauseMs) / 1_000);
    const tail = concatFloat32([...this.#held, this.#rest]);
    if (!this.#heard) return new Float32Array(0);
    const out = new Float32Array(pause);
    out.set(tail.subarray(0, pause));
    return out;
  }

  #lastAudible(samples: Float32Array, whole: number): number {
    for (let end = whole; end > 0; end -= this.#window) {
      if (isAudible(samples, end - this.#window, end)) return end;
    }
    return 0;
  }

  #release(): Float32Array {
    const held = concatFloat32(this.#held);
    this.#held = [];
    return held;
  }

  #hold(samples: Float32Array): void {
    if (samples.length > 0) this.#held.push(samples);
  }

  /** At the first sound: everything before it but the pad goes. */
  #cutLead(samples: Float32Array): Float32Array {
    if (this.#heard) return samples;
    this.#heard = true;
    let first = 0;
    while (first < samples.length && !isAudible(samples, first, first + this.#window)) first += this.#window;
    this.#trimmed = Math.max(0, first - this.#leadPad);
    return samples.slice(this.#trimmed);
  }
}

function isAudible(samples: Float32Array, from: number, to: number): boolean {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += (samples[at] ?? 0) ** 2;
  return sum / (to - from) > audibleRms ** 2;
}
