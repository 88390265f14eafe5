/** A copy with its gain going linearly from `from` (first sample) towards `to` (the sample after the last). */
export function ramp<T extends Float32Array | Int16Array>(samples: T, from: number, to: number): T {
  const out = copyOf(samples);
  const step = out.length === 0 ? 0 : (to - from) / out.length;
  for (let i = 0; i < out.length; i++) out[i] = scaled(out, i, from + step * i);
  return out;
}

/** A copy whose first `fadeSamples` rise from silence. */
export function fadeIn<T extends Float32Array | Int16Array>(samples: T, fadeSamples: number): T {
  const out = copyOf(samples);
  const end = Math.min(fadeSamples, out.length);
  for (let i = 0; i < end; i++) out[i] = scaled(out, i, i / fadeSamples);
  return out;
}

/** A copy whose last `fadeSamples` fall to silence (the last sample is 0). */
export function fadeOut<T extends Float32Array | Int16Array>(samples: T, fadeSamples: number): T {
  const out = copyOf(samples);
  const last = out.length - 1;
  for (let i = Math.max(0, out.length - fadeSamples); i <= last; i++) {
    out[i] = scaled(out, i, (last - i) / fadeSamples);
  }
  return out;
}

/** A copy at constant gain; PCM16 saturates. */
export function gain<T extends Float32Array | Int16Array>(samples: T, factor: number): T {
  return ramp(samples, factor, factor);
}

function copyOf<T extends Float32Array | Int16Array>(samples: T): T;
function copyOf(samples: Float32Array | Int16Array): Float32Array | Int16Array {
  return samples.slice();
}

function scaled(samples: Float32Array | Int16Array, index: number, factor: number): number {
  const value = samples[index]! * factor;
  if (!(samples instanceof Int16Array)) return value;
  return Math.max(-32768, Math.min(32767, Math.round(value)));
}
