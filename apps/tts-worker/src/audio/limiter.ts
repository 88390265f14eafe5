/** Up to here a sample passes unchanged. */
const knee = 0.8;

/**
 * Gain with a ceiling: what would go beyond the knee is bent so that it never reaches full scale. Speech is
 * almost always below it; without memory, so without pumping.
 */
export function amplify(samples: Float32Array, gainDb: number): Float32Array {
  const gain = 10 ** (gainDb / 20);
  return samples.map((sample) => soften(sample * gain));
}

function soften(value: number): number {
  const size = Math.abs(value);
  if (size <= knee) return value;
  const bent = knee + (1 - knee) * Math.tanh((size - knee) / (1 - knee)) * 0.99;
  return value < 0 ? -bent : bent;
}
