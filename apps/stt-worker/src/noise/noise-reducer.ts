import { concatFloat32, float32ToInt16, int16ToFloat32, Resampler } from '@parley/audio';
import { sampleRate } from '../endpointing/time';
import { denoiseDelaySamples, denoiseFrameSamples, denoiseRate, type FrameDenoiser } from './rnnoise';

const fullScale = 32_768;

/**
 * Takes the noise out of one stream of 16 kHz PCM16. Samples come out later than they go in, and each at its own
 * position: after `flush` as many have come out as went in.
 */
export class NoiseReducer {
  readonly #up = new Resampler(sampleRate, denoiseRate);
  readonly #down = new Resampler(denoiseRate, sampleRate);
  #waiting: Float32Array = new Float32Array(0);
  #before: Float32Array = new Float32Array(denoiseFrameSamples);
  /** Samples of the denoiser's delay that are still to be left out. */
  #late = denoiseDelaySamples;
  #taken = 0;
  #given = 0;

  constructor(
    private readonly denoiser: FrameDenoiser,
    /** What is left of the noise, as a factor; 0 = as much as can be is taken out. */
    private readonly floor: number,
  ) {}

  process(pcm: Int16Array): Int16Array {
    this.#taken += pcm.length;
    return this.#give(this.#down.process(this.#clean(this.#up.process(int16ToFloat32(pcm)))));
  }

  /** What is still inside, as if silence followed. */
  flush(): Int16Array {
    const rest = this.#up.flush();
    const silence = new Float32Array(denoiseDelaySamples + denoiseFrameSamples);
    const cleaned = this.#clean(concatFloat32([rest, silence]));
    const tail = concatFloat32([this.#down.process(cleaned), this.#down.flush()]);
    const given = this.#give(tail.subarray(0, this.#taken - this.#given));
    this.#waiting = new Float32Array(0);
    this.#before.fill(0);
    this.#late = denoiseDelaySamples;
    return given;
  }

  close(): void {
    this.denoiser.close();
  }

  #clean(samples: Float32Array): Float32Array {
    const all = concatFloat32([this.#waiting, samples]);
    const whole = all.length - (all.length % denoiseFrameSamples);
    for (let at = 0; at < whole; at += denoiseFrameSamples) {
      const frame = all.subarray(at, at + denoiseFrameSamples);
      const heard = Float32Array.from(frame);
      for (let i = 0; i < frame.length; i++) frame[i]! *= fullScale;
      this.denoiser.process(frame);
      for (let i = 0; i < frame.length; i++) {
        frame[i] = (frame[i]! / fullScale) * (1 - this.floor) + this.#before[i]! * this.floor;
      }
      this.#before = heard;
    }
    this.#waiting = all.slice(whole);
    const late = Math.min(this.#late, whole);
    this.#late -= late;
    return all.subarray(late, whole);
  }

  #give(samples: Float32Array): Int16Array {
    this.#given += samples.length;
    return float32ToInt16(samples);
  }
}
