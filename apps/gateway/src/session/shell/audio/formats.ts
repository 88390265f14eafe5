import {
  alawToInt16,
  bytesToInt16,
  float32BytesToInt16,
  int16ToAlaw,
  int16ToBytes,
  int16ToFloat32Bytes,
  int16ToMulaw,
  mulawToInt16,
} from '@parley/audio';
import type { AudioFormat } from '@parley/protocol';

/** PCM16 at the format's own rate, as the client gets it. */
export function encodeOutput(pcm: Uint8Array, format: AudioFormat): Uint8Array {
  switch (format.type) {
    case 'audio/pcm':
      return pcm;
    case 'audio/pcmu':
      return int16ToMulaw(bytesToInt16(pcm));
    case 'audio/pcma':
      return int16ToAlaw(bytesToInt16(pcm));
    case 'audio/float32':
      return int16ToFloat32Bytes(bytesToInt16(pcm));
  }
}

/** PCM16 with each sample `gain` times as large, as far as it goes. */
export const amplified = (pcm: Uint8Array, gain: number): Uint8Array =>
  gain === 1
    ? pcm
    : int16ToBytes(
        bytesToInt16(pcm).map((sample) => Math.max(-32_768, Math.min(32_767, Math.round(sample * gain)))),
      );

/** PCM16 at the format's own rate; may share memory with `audio`. */
export function decodeInput(audio: Uint8Array, format: AudioFormat): Uint8Array {
  switch (format.type) {
    case 'audio/pcm':
      return audio;
    case 'audio/pcmu':
      return int16ToBytes(mulawToInt16(audio));
    case 'audio/pcma':
      return int16ToBytes(alawToInt16(audio));
    case 'audio/float32':
      return int16ToBytes(float32BytesToInt16(audio));
  }
}
