import { MAX_PITCH_HZ, MIN_PITCH_HZ, pitchOf } from '@parley/audio';
import { Biquad } from './biquad';

export const SAMPLE_RATE_HZ = 16_000;
export const HOP_SAMPLES = 320; // 20 ms
const WINDOW_SAMPLES = 640; // 40 ms: more than two periods of 60 Hz
const HALF_HOP = HOP_SAMPLES / 2;
const SILENCE_DBFS = -100;
/** Below this clarity a frame is called unvoiced (engines of this kind agree on 0.5–0.7). */
const VOICED_CLARITY = 0.6;
/** A frame is speech-like when it stands this far above the noise floor, and above the absolute gate. */
const ACTIVE_ABOVE_FLOOR_DB = 9;
const ACTIVE_GATE_DBFS = -55;
/** The floor falls at once and rises slowly, so that it settles on the pauses. */
const FLOOR_RISE_DB_PER_HOP = 0.04; // 2 dB a second
const FLOOR_START_DBFS = -60;

/** What is kept of 20 ms of audio. */
export interface FrameFeatures {
  readonly startSample: number;
  readonly energyDbfs: number;
  /** Energy of each 10 ms half. */
  readonly envelopeDbfs: readonly [number, number];
  readonly active: boolean;
  /** 0 = unvoiced. */
  readonly pitchHz: number;
  /** Energy above 1 kHz relative to below, dB: rises with vocal effort whatever the microphone's gain. */
  readonly effortDb: number;
}

export const toDbfs = (power: number): number =>
  power > 1e-10 ? Math.max(SILENCE_DBFS, 10 * Math.log10(power)) : SILENCE_DBFS;

/** Turns a run of 16 kHz samples (−1 … 1) without gaps into features, one per 20 ms hop. */
export class FrameAnalyzer {
  private readonly window = new Float32Array(WINDOW_SAMPLES);
  private readonly hop = new Float32Array(HOP_SAMPLES);
  private readonly low = Biquad.lowPass(1000, SAMPLE_RATE_HZ);
  private readonly high = Biquad.highPass(1000, SAMPLE_RATE_HZ);
  private readonly decimated = new Float32Array(WINDOW_SAMPLES / 2);
  private filled = 0;
  private floorDbfs = FLOOR_START_DBFS;

  /** @param position sample number of the next sample to come */
  constructor(private position = 0) {}

  push(samples: Float32Array, found: (frame: FrameFeatures) => void): void {
    let offset = 0;
    while (offset < samples.length) {
      const take = Math.min(HOP_SAMPLES - this.filled, samples.length - offset);
      this.hop.set(samples.subarray(offset, offset + take), this.filled);
      this.filled += take;
      this.position += take;
      offset += take;
      if (this.filled < HOP_SAMPLES) return;
      this.filled = 0;
      found(this.analyze());
    }
  }

  private analyze(): FrameFeatures {
    this.window.copyWithin(0, HOP_SAMPLES);
    this.window.set(this.hop, WINDOW_SAMPLES - HOP_SAMPLES);
    const first = power(this.hop, 0, HALF_HOP);
    const second = power(this.hop, HALF_HOP, HOP_SAMPLES);
    const energyDbfs = toDbfs((first + second) / 2);
    const effortDb = toDbfs(this.high.power(this.hop)) - toDbfs(this.low.power(this.hop));
    this.floorDbfs = Math.min(energyDbfs, this.floorDbfs + FLOOR_RISE_DB_PER_HOP);
    const active = energyDbfs >= Math.max(this.floorDbfs + ACTIVE_ABOVE_FLOOR_DB, ACTIVE_GATE_DBFS);
    return {
      startSample: this.position - HOP_SAMPLES,
      energyDbfs,
      envelopeDbfs: [toDbfs(first), toDbfs(second)],
      active,
      pitchHz: active ? this.pitch() : 0,
      effortDb,
    };
  }

  private pitch(): number {
    decimate(this.window, this.decimated);
    const { hz, clarity } = pitchOf(this.decimated);
    return clarity >= VOICED_CLARITY && hz >= MIN_PITCH_HZ && hz <= MAX_PITCH_HZ ? hz : 0;
  }
}

function power(samples: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += samples[i]! * samples[i]!;
  return sum / (to - from);
}

/** Halves the rate with the binomial low-pass 1 3 3 1 and takes out the mean; what aliases is far above F0. */
function decimate(input: Float32Array, output: Float32Array): void {
  let mean = 0;
  for (let i = 0; i < output.length; i++) {
    const at = 2 * i;
    const before = input[Math.max(0, at - 1)]!;
    const after = input[Math.min(input.length - 1, at + 2)]!;
    const value = (before + 3 * input[at]! + 3 * input[at + 1]! + after) / 8;
    output[i] = value;
    mean += value;
  }
  mean /= output.length;
  for (let i = 0; i < output.length; i++) output[i] = output[i]! - mean;
}
