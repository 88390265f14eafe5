import { Scratch } from './scratch';
import { varintFieldBytes, writeVarintField } from './varint';

/** Field number and wire type, as in audio.proto. */
const tag = { startSample: 0x08, sampleRate: 0x10, pcm: 0x1a } as const;

const scratch = new Scratch();

/**
 * Encodes an AudioFrame by hand, in one piece: every session sends up to fifty of these a second, and the general
 * encoder takes many times as long. Equal to it byte by byte, and it stays what it is until the next is encoded.
 * `startSample` up to 2^53.
 */
export function encodeAudioFrame(startSample: number, sampleRate: number, pcm: Uint8Array): Uint8Array {
  const bytes = scratch.take(
    varintFieldBytes(startSample) + varintFieldBytes(sampleRate) + varintFieldBytes(pcm.length) + pcm.length,
  );
  let at = writeVarintField(bytes, tag.startSample, startSample, 0);
  at = writeVarintField(bytes, tag.sampleRate, sampleRate, at);
  bytes.set(pcm, writeVarintField(bytes, tag.pcm, pcm.length, at));
  return bytes;
}
