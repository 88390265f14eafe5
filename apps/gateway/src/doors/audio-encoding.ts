import { bytesToInt16, int16ToAlaw, int16ToMulaw, writeWav } from '@parley/audio';
import type { Codecs, CompressedFormat } from '@parley/codecs';

/** How audio leaves a door. `wav` is a file that is streamed: its header does not know how long it will be. */
export type AudioEncoding = CompressedFormat | 'pcm' | 'wav' | 'mulaw' | 'alaw';

export const contentTypes: Readonly<Record<AudioEncoding, string>> = {
  mp3: 'audio/mpeg',
  opus: 'audio/ogg; codecs=opus',
  aac: 'audio/aac',
  flac: 'audio/flac',
  wav: 'audio/wav',
  pcm: 'audio/pcm',
  mulaw: 'audio/basic',
  alaw: 'audio/x-alaw-basic',
};

/** One call at a time. The compressed ones reject with CodecError. */
export interface AudioEncoder {
  /** Takes PCM16 at the rate that was agreed, and gives what is encoded so far. */
  push(pcm: Uint8Array): Promise<Uint8Array>;
  finish(): Promise<Uint8Array>;
  close(): void;
}

export interface AudioEncodingOptions {
  readonly encoding: AudioEncoding;
  /** Hz */
  readonly sampleRate: number;
  /** Bits per second, for what is compressed. */
  readonly bitrate?: number;
}

const nothing = new Uint8Array();

export async function openEncoder(
  codecs: Codecs,
  { encoding, sampleRate, bitrate }: AudioEncodingOptions,
): Promise<AudioEncoder> {
  switch (encoding) {
    case 'pcm':
      return plain((pcm) => pcm);
    case 'mulaw':
      return plain((pcm) => int16ToMulaw(bytesToInt16(pcm)));
    case 'alaw':
      return plain((pcm) => int16ToAlaw(bytesToInt16(pcm)));
    case 'wav': {
      let header: Uint8Array | undefined = endlessWavHeader(sampleRate);
      return plain((pcm) => {
        const before = header;
        header = undefined;
        return before === undefined ? pcm : Buffer.concat([before, pcm]);
      });
    }
    default:
      return codecs.encoder({ format: encoding, sampleRate, ...(bitrate === undefined ? {} : { bitrate }) });
  }
}

const plain = (encode: (pcm: Uint8Array) => Uint8Array): AudioEncoder => ({
  push: async (pcm) => encode(pcm),
  finish: async () => nothing,
  close: () => undefined,
});

const unknownSize = 0xffff_ffff;

function endlessWavHeader(sampleRate: number): Buffer {
  const header = writeWav(new Int16Array(0), sampleRate);
  header.writeUInt32LE(unknownSize, 4);
  header.writeUInt32LE(unknownSize, header.length - 4);
  return header;
}
