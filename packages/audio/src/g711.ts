/** ITU-T G.711 at 8 kHz, by tables: one byte per sample. */

const MULAW_BIAS = 132;
const MULAW_CLIP = 32635;

function decodeMulawByte(byte: number): number {
  const code = ~byte & 0xff;
  const exponent = (code >> 4) & 7;
  const magnitude = ((((code & 15) << 3) + MULAW_BIAS) << exponent) - MULAW_BIAS;
  return code & 0x80 ? -magnitude : magnitude;
}

function encodeMulawSample(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(sample), MULAW_CLIP) + MULAW_BIAS;
  const exponent = 24 - Math.clz32(magnitude);
  return ~(sign | (exponent << 4) | ((magnitude >> (exponent + 3)) & 15)) & 0xff;
}

function decodeAlawByte(byte: number): number {
  const code = byte ^ 0x55;
  const exponent = (code >> 4) & 7;
  const mantissa = ((code & 15) << 4) + 8;
  const magnitude = exponent === 0 ? mantissa : (mantissa + 256) << (exponent - 1);
  return code & 0x80 ? magnitude : -magnitude;
}

function encodeAlawSample(sample: number): number {
  const sign = sample < 0 ? 0 : 0x80;
  const magnitude = sample < 0 ? ~sample : sample;
  const exponent = Math.max(0, 24 - Math.clz32(magnitude));
  const mantissa = (magnitude >> (exponent === 0 ? 4 : exponent + 3)) & 15;
  return (sign | (exponent << 4) | mantissa) ^ 0x55;
}

interface Codec {
  readonly decoded: Int16Array;
  readonly encoded: Uint8Array;
}

function tabulate(decode: (byte: number) => number, encode: (sample: number) => number): Codec {
  return {
    decoded: Int16Array.from({ length: 256 }, (_, byte) => decode(byte)),
    encoded: Uint8Array.from({ length: 65536 }, (_, index) => encode((index << 16) >> 16)),
  };
}

const mulaw = tabulate(decodeMulawByte, encodeMulawSample);
const alaw = tabulate(decodeAlawByte, encodeAlawSample);

function decodeWith({ decoded }: Codec, bytes: Uint8Array): Int16Array {
  const out = new Int16Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) out[i] = decoded[bytes[i]!]!;
  return out;
}

function encodeWith({ encoded }: Codec, samples: Int16Array): Uint8Array {
  const out = new Uint8Array(samples.length);
  for (let i = 0; i < samples.length; i++) out[i] = encoded[samples[i]! & 0xffff]!;
  return out;
}

export function mulawToInt16(bytes: Uint8Array): Int16Array {
  return decodeWith(mulaw, bytes);
}

export function int16ToMulaw(samples: Int16Array): Uint8Array {
  return encodeWith(mulaw, samples);
}

export function alawToInt16(bytes: Uint8Array): Int16Array {
  return decodeWith(alaw, bytes);
}

export function int16ToAlaw(samples: Int16Array): Uint8Array {
  return encodeWith(alaw, samples);
}
