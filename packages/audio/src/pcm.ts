import { endianness } from 'node:os';

const LITTLE_ENDIAN_HOST = endianness() === 'LE';

/**
 * Little-endian PCM16 bytes as samples. A trailing odd byte is dropped (use {@link Pcm16Joiner} for a stream).
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

/** Joins PCM16 byte chunks of any length, keeping a split sample's first byte for the next chunk. */
export class Pcm16Joiner {
  private held: number | undefined;

  /** Whole samples so far undelivered; may share memory with `bytes`. */
  push(bytes: Uint8Array): Int16Array {
    if (this.held === undefined) {
      if (bytes.byteLength % 2 === 1) this.held = bytes[bytes.byteLength - 1];
      return bytesToInt16(bytes);
    }
    if (bytes.byteLength === 0) return new Int16Array(0);
    const joined = new Uint8Array(bytes.byteLength + 1);
    joined[0] = this.held;
    joined.set(bytes, 1);
    this.held = joined.byteLength % 2 === 1 ? joined[joined.byteLength - 1] : undefined;
    return bytesToInt16(joined);
  }

  /** Forgets a half sample, as after a cleared buffer. */
  reset(): void {
    this.held = undefined;
  }
}
