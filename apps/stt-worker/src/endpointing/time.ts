/** Audio positions on the bus count 16 kHz samples since the session began. */
export const sampleRate = 16_000;

export const msToSamples = (ms: number): number => Math.round((ms * sampleRate) / 1000);

export const samplesToMs = (samples: number): number => (samples * 1000) / sampleRate;
