import { varintFieldBytes, writeVarintField } from './varint';

/** Field number and wire type, as in audio.proto. */
const tag = { startSample: 0x08, sampleRate: 0x10, pcm: 0x1a } as const;

/** What frames are cut from, bytes: a buffer for every one or two of them takes longer than to write them. */
const slabBytes = 64 * 1024;
let slab = Buffer.allocUnsafeSlow(slabBytes);
let used = 0;

/** All of them leave within the same milliseconds, so that none keeps a slab for long. */
function cut(bytes: number): Buffer {
  if (bytes > slabBytes / 4) return Buffer.allocUnsafeSlow(bytes);
  if (used + bytes > slabBytes) {
    slab = Buffer.allocUnsafeSlow(slabBytes);
    used = 0;
  }
  const at = used;
  used += bytes;
  return slab.subarray(at, used);
}

/**
 * Encodes an AudioFrame by hand, in one piece: every session sends up to fifty of these a second, and the general
 * encoder takes many times as long. Equal to it byte by byte. `startSample` up to 2^53.
 */
export function encodeAudioFrame(startSample: number, sampleRate: number, pcm: Uint8Array): Uint8Array {
  const bytes = cut(
    varintFieldBytes(startSample) + varintFieldBytes(sampleRate) + varintFieldBytes(pcm.length) + pcm.length,
  );
  let at = writeVarintField(bytes, tag.startSample, startSample, 0);
  at = writeVarintField(bytes, tag.sampleRate, sampleRate, at);
  bytes.set(pcm, writeVarintField(bytes, tag.pcm, pcm.length, at));
  return bytes;
}
