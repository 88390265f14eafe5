import { endianness } from 'node:os';

const LITTLE_ENDIAN_HOST = endianness() === 'LE';

/**
 * Little-endian PCM16 bytes as samples. A trailing odd byte is dropped (use {@link SampleJoiner} for a stream).
 * Shares memory with `bytes` where alignment allows: copy before changing either.
 */
export function bytesToInt16(bytes: Uint8Array): Int16Array {
  const count = bytes.byteLength >> 1;
  if (LITTLE_ENDIAN_HOST) {
    // Copying costs less than reading sample by sample.
    const aligned = bytes.byteOffset % 2 === 0 ? bytes : new Uint8Array(bytes);
    return new Int16Array(aligned.buffer, aligned.byteOffset, count);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const out = new Int16Array(count);
  for (let i = 0; i < count; i++) out[i] = view.getInt16(i * 2, true);
  return out;
}

/** Samples as little-endian PCM16 bytes. Shares memory with `samples` on little-endian hosts. */
export function int16ToBytes(samples: Int16Array): Buffer {
  const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  return LITTLE_ENDIAN_HOST ? bytes : Buffer.from(bytes).swap16();
}

/** [-32768, 32767] → [-1, 1). */
export function int16ToFloat32(samples: Int16Array): Float32Array {
  const out = new Float32Array(samples.length);
  for (let i = 0; i < samples.length; i++) out[i] = samples[i]! / 32768;
  return out;
}

/** [-1, 1] → [-32768, 32767], rounded to nearest, saturating; NaN becomes 0. */
export function float32ToInt16(samples: Float32Array): Int16Array {
  const out = new Int16Array(samples.length);
  for (let i = 0; i < samples.length; i++) {
    const scaled = Math.round(samples[i]! * 32768);
    out[i] = scaled > 32767 ? 32767 : scaled < -32768 ? -32768 : scaled;
  }
  return out;
}

export function bytesToFloat32(bytes: Uint8Array): Float32Array {
  return int16ToFloat32(bytesToInt16(bytes));
}

export function float32ToBytes(samples: Float32Array): Buffer {
  return int16ToBytes(float32ToInt16(samples));
}

export function concatInt16(chunks: readonly Int16Array[]): Int16Array {
  const out = new Int16Array(chunks.reduce((total, chunk) => total + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

export function concatFloat32(chunks: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(chunks.reduce((total, chunk) => total + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

const nothing = new Uint8Array(0);

/** Joins byte chunks of any length, keeping the first bytes of a sample that was split for the next chunk. */
export class SampleJoiner {
  private held: Uint8Array = nothing;

  constructor(private readonly sampleBytes: number) {}

  /** Whole samples so far undelivered; may share memory with `bytes`. */
  push(bytes: Uint8Array): Uint8Array {
    const joined = this.held.byteLength === 0 ? bytes : concatBytes(this.held, bytes);
    const whole = joined.byteLength - (joined.byteLength % this.sampleBytes);
    // A copy: `slice` of a Buffer is none.
    this.held = whole === joined.byteLength ? nothing : new Uint8Array(joined.subarray(whole));
    return whole === joined.byteLength ? joined : joined.subarray(0, whole);
  }

  /** Forgets a part of a sample, as after a cleared buffer. */
  reset(): void {
    this.held = nothing;
  }
}

export function concatBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.byteLength + second.byteLength);
  joined.set(first);
  joined.set(second, first.byteLength);
  return joined;
}

/** Little-endian 32-bit floats of ±1; what lies beyond is cut off, and what is no number is silence. */
export function float32BytesToInt16(bytes: Uint8Array): Int16Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const samples = new Float32Array(Math.floor(bytes.byteLength / 4));
  for (let i = 0; i < samples.length; i++) samples[i] = view.getFloat32(4 * i, true);
  return float32ToInt16(samples);
}

export function int16ToFloat32Bytes(samples: Int16Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * samples.length));
  for (let i = 0; i < samples.length; i++) view.setFloat32(4 * i, samples[i]! / 32768, true);
  return new Uint8Array(view.buffer);
}
