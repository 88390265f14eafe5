import { concatFloat32, fadeIn, fadeOut, float32ToInt16, Resampler } from '@parley/audio';
import { EdgeTrim } from './edge-trim';
import { amplify } from './limiter';
import { PitchShift } from './pitch-shift';

export interface SegmentAudioOptions {
  /** Rate of the engine's audio and of what is wanted, Hz. */
  readonly inputRate: number;
  readonly outputRate: number;
  readonly pitchFactor: number;
  readonly gainDb: number;
}

/** Silence kept before the first audible sample: enough that its attack is not cut. */
const leadPadMs = 10;
const fadeMs = 3;

/**
 * What an engine says for one segment, made ready to be sent as it comes: silence at the edges cut, pitch, gain,
 * sample rate, short fades so that segments join without a click.
 */
export class SegmentAudio {
  readonly #trim: EdgeTrim;
  readonly #pitch: PitchShift;
  readonly #resampler: Resampler;
  readonly #fade: number;
  /** The last samples made, held back for the fade at the end. */
  #tail: Float32Array = new Float32Array(0);
  #begun = false;

  constructor(private readonly options: SegmentAudioOptions) {
    this.#trim = new EdgeTrim(options.inputRate, leadPadMs);
    this.#pitch = new PitchShift(options.pitchFactor);
    this.#resampler = new Resampler(options.inputRate, options.outputRate);
    this.#fade = Math.round((options.outputRate * fadeMs) / 1_000);
  }

  push(samples: Float32Array): Int16Array {
    return this.#emit(this.#resampler.process(this.#shape(this.#pitch.push(this.#trim.push(samples)))));
  }

  /** The end of the segment, with this much silence after the last sound. */
  finish(pauseMs: number): Int16Array {
    const last = this.#pitch.push(this.#trim.finish(pauseMs * this.options.pitchFactor));
    const shaped = this.#shape(concatFloat32([last, this.#pitch.finish()]));
    const rest = concatFloat32([this.#tail, this.#resampler.process(shaped), this.#resampler.flush()]);
    this.#tail = new Float32Array(0);
    return float32ToInt16(fadeOut(this.#faded(rest), this.#fade));
  }

  /** When something at this time of the engine's audio is heard in the segment's, milliseconds. */
  heardAtMs(engineMs: number): number {
    return Math.max(0, (engineMs - this.#trim.leadMs) / this.options.pitchFactor);
  }

  #shape(samples: Float32Array): Float32Array {
    return this.options.gainDb === 0 ? samples : amplify(samples, this.options.gainDb);
  }

  #emit(samples: Float32Array): Int16Array {
    const all = concatFloat32([this.#tail, samples]);
    const ready = Math.max(0, all.length - this.#fade);
    this.#tail = all.slice(ready);
    return float32ToInt16(this.#faded(all.subarray(0, ready)));
  }

  #faded(samples: Float32Array): Float32Array {
    if (this.#begun || samples.length === 0) return samples;
    this.#begun = true;
    return fadeIn(samples, Math.min(this.#fade, samples.length));
  }
}
