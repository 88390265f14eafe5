/** Level reported for digital silence, dBFS: finite so that it survives JSON and averages. */
export const SILENCE_DBFS = -120;

type Samples = Float32Array | Int16Array;

function fullScale(samples: Samples): number {
  return samples instanceof Int16Array ? 32768 : 1;
}

/** Root mean square relative to full scale, 0…1; 0 for no samples. */
export function rms(samples: Samples): number {
  if (samples.length === 0) return 0;
  let sum = 0;
  for (let i = 0; i < samples.length; i++) sum += samples[i]! * samples[i]!;
  return Math.sqrt(sum / samples.length) / fullScale(samples);
}

/** Largest magnitude relative to full scale, 0…1; 0 for no samples. */
export function peak(samples: Samples): number {
  let largest = 0;
  for (let i = 0; i < samples.length; i++) largest = Math.max(largest, Math.abs(samples[i]!));
  return largest / fullScale(samples);
}

/** Amplitude (1 = full scale) in dBFS, not below {@link SILENCE_DBFS}. */
export function amplitudeToDbfs(amplitude: number): number {
  return amplitude > 0 ? Math.max(SILENCE_DBFS, 20 * Math.log10(amplitude)) : SILENCE_DBFS;
}

export function dbfsToAmplitude(dbfs: number): number {
  return 10 ** (dbfs / 20);
}

/** RMS level in dBFS; a full-scale sine is −3.01. */
export function levelDbfs(samples: Samples): number {
  return amplitudeToDbfs(rms(samples));
}
