import { MEL_BINS, melFilters, PowerSpectrum } from '@parley/audio';

/** What smart-turn listens to: the last 8 s at 16 kHz, as Whisper's encoder sees them. */
export const windowSamples = 8 * 16_000;
export const melBands = 80;
export const melFrames = 800;

const frameSamples = 400;
const hopSamples = 160;
const pad = frameSamples / 2;
const floor = 1e-10;
const varianceFloor = 1e-7;

interface Band {
  readonly from: number;
  readonly weights: Float32Array;
}

/** The filters without their zeros. */
function bands(): Band[] {
  const all = melFilters(melBands);
  return Array.from({ length: melBands }, (_, band) => {
    const row = all.subarray(band * MEL_BINS, (band + 1) * MEL_BINS);
    const from = row.findIndex((weight) => weight > 0);
    const to = row.findLastIndex((weight) => weight > 0) + 1;
    return { from, weights: row.slice(from, to) };
  });
}

/**
 * Whisper's log-mel spectrogram of the last 8 s, `[80, 800]` row by row: the waveform brought to mean 0 and
 * variance 1 over the whole window, silence in front of shorter audio.
 */
export class LogMel {
  readonly #bands = bands();
  readonly #spectrum = new PowerSpectrum(frameSamples);
  readonly #power = new Float64Array(MEL_BINS);
  readonly #frame = new Float64Array(frameSamples);
  readonly #padded = new Float64Array(windowSamples + 2 * pad);
  readonly #hann = Float64Array.from(
    { length: frameSamples },
    (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / frameSamples),
  );

  of(pcm: Int16Array): Float32Array {
    const audio = pcm.subarray(Math.max(0, pcm.length - windowSamples));
    this.#normalise(audio);
    const out = new Float32Array(melBands * melFrames);
    // Frames that lie wholly in the silence in front are all alike.
    const silent = Math.floor((windowSamples - audio.length - pad) / hopSamples) - 2;
    let loudest = -Infinity;
    for (let frame = 0; frame < melFrames; frame++) {
      const alike = frame > 2 && frame < silent;
      if (alike) copyColumn(out, frame - 1, frame);
      else loudest = Math.max(loudest, this.#column(out, frame));
    }
    for (let i = 0; i < out.length; i++) out[i] = (Math.max(out[i]!, loudest - 8) + 4) / 4;
    return out;
  }

  #normalise(audio: Int16Array): void {
    let sum = 0;
    for (let i = 0; i < audio.length; i++) sum += audio[i]!;
    const mean = sum / windowSamples;
    let squares = mean * mean * (windowSamples - audio.length);
    for (let i = 0; i < audio.length; i++) squares += (audio[i]! - mean) ** 2;
    // Full scale is 1 here: the floor of the variance is meant for that.
    const scale = 1 / Math.sqrt(squares / windowSamples / 32768 ** 2 + varianceFloor) / 32768;
    const padded = this.#padded;
    const start = pad + windowSamples - audio.length;
    padded.fill(-mean * scale, pad, start);
    for (let i = 0; i < audio.length; i++) padded[start + i] = (audio[i]! - mean) * scale;
    for (let i = 0; i < pad; i++) {
      padded[i] = padded[2 * pad - i]!;
      padded[pad + windowSamples + i] = padded[pad + windowSamples - 2 - i]!;
    }
  }

  /** Returns the loudest band of the frame. */
  #column(out: Float32Array, index: number): number {
    const from = index * hopSamples;
    for (let i = 0; i < frameSamples; i++) this.#frame[i] = this.#padded[from + i]! * this.#hann[i]!;
    this.#spectrum.of(this.#frame, this.#power);
    let loudest = -Infinity;
    for (const [band, { from: bin, weights }] of this.#bands.entries()) {
      let energy = 0;
      for (let i = 0; i < weights.length; i++) energy += weights[i]! * this.#power[bin + i]!;
      const level = Math.log10(Math.max(energy, floor));
      out[band * melFrames + index] = level;
      if (level > loudest) loudest = level;
    }
    return loudest;
  }
}

function copyColumn(out: Float32Array, from: number, to: number): void {
  for (let band = 0; band < melBands; band++) out[band * melFrames + to] = out[band * melFrames + from]!;
}
