import { AudioError } from './errors';

export const MIN_SAMPLE_RATE = 8000;
export const MAX_SAMPLE_RATE = 48000;

/** Sample rates (Hz) that nearly all audio has. */
export const USUAL_RATES: readonly number[] = [8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000];

/** The rate of all audio on the bus, Hz. */
export const BUS_SAMPLE_RATE = 16000;

/** Whether any part of the system may use it. */
export function isSampleRate(rate: number): boolean {
  return Number.isInteger(rate) && rate >= MIN_SAMPLE_RATE && rate <= MAX_SAMPLE_RATE;
}

/** @throws AudioError `unsupported_rate` */
export function asSampleRate(rate: number): number {
  if (isSampleRate(rate)) return rate;
  const wanted = `from ${MIN_SAMPLE_RATE} to ${MAX_SAMPLE_RATE}`;
  throw new AudioError('unsupported_rate', `sample rate ${rate} Hz is not a whole number ${wanted}`);
}

/** Samples in `ms` milliseconds at `rate` Hz, rounded to the nearest. */
export function msToSamples(ms: number, rate: number): number {
  return Math.round((ms * rate) / 1000);
}

/** Milliseconds (fractional) taken by `samples` at `rate` Hz. */
export function samplesToMs(samples: number, rate: number): number {
  return (samples * 1000) / rate;
}

/** How many samples a whole signal of `samples` becomes when resampled: ceil(samples · to / from). */
export function resampledLength(samples: number, from: number, to: number): number {
  return Math.ceil((samples * to) / from);
}
