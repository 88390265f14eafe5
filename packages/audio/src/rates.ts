import { AudioError } from './errors';

/** Sample rates (Hz) that any part of the system may use. */
export const SAMPLE_RATES = [8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000] as const;
export type SampleRate = (typeof SAMPLE_RATES)[number];

/** The rate of all audio on the bus, Hz. */
export const BUS_SAMPLE_RATE = 16000 satisfies SampleRate;

export function isSampleRate(rate: number): rate is SampleRate {
  return (SAMPLE_RATES as readonly number[]).includes(rate);
}

/** @throws AudioError `unsupported_rate` */
export function asSampleRate(rate: number): SampleRate {
  if (isSampleRate(rate)) return rate;
  throw new AudioError('unsupported_rate', `sample rate ${rate} Hz is not one of ${SAMPLE_RATES.join(', ')}`);
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
