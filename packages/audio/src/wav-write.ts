import { float32ToInt16, int16ToBytes, int16ToFloat32 } from './pcm';

export type WavEncoding = 'pcm16' | 'pcm8' | 'float32';

const ENCODINGS = {
  pcm16: { tag: 1, bytesPerSample: 2 },
  pcm8: { tag: 1, bytesPerSample: 1 },
  float32: { tag: 3, bytesPerSample: 4 },
} as const;

/** A mono RIFF WAVE file. */
export function writeWav(
  samples: Float32Array | Int16Array,
  sampleRate: number,
  encoding: WavEncoding = 'pcm16',
): Buffer {
  const { tag, bytesPerSample } = ENCODINGS[encoding];
  const data = encodeSamples(samples, encoding);
  const padding = data.byteLength % 2;
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + data.byteLength + padding, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(tag, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * bytesPerSample, 28);
  header.writeUInt16LE(bytesPerSample, 32);
  header.writeUInt16LE(bytesPerSample * 8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(data.byteLength, 40);
  return Buffer.concat([header, data, Buffer.alloc(padding)]);
}

function encodeSamples(samples: Float32Array | Int16Array, encoding: WavEncoding): Buffer {
  if (encoding === 'pcm16') {
    return int16ToBytes(samples instanceof Int16Array ? samples : float32ToInt16(samples));
  }
  const floats = samples instanceof Int16Array ? int16ToFloat32(samples) : samples;
  if (encoding === 'pcm8') {
    return Buffer.from(Uint8Array.from(floats, (x) => Math.max(0, Math.min(255, Math.round(x * 128) + 128))));
  }
  const bytes = Buffer.alloc(floats.length * 4);
  floats.forEach((x, i) => bytes.writeFloatLE(x, i * 4));
  return bytes;
}
