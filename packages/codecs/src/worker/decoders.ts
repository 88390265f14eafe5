import type { AudioCodec, EncodedPacket } from 'mediabunny';
import type { Toolkit } from './toolkit';

interface Decoded {
  readonly channelData: readonly Float32Array[];
  readonly samplesDecoded: number;
  readonly sampleRate: number;
}

/** What the decoders have in common: frames in, channels out. */
interface FrameDecoder {
  decode(frame: Uint8Array): Decoded | Promise<Decoded>;
  /** What it still holds back. */
  flush?(): Promise<Decoded>;
  free(): void;
}

type MakeDecoder = (config: AudioDecoderConfig) => Promise<FrameDecoder>;

const decoders: Readonly<Partial<Record<AudioCodec, MakeDecoder>>> = {
  async mp3() {
    const { MPEGDecoder } = await import('mpg123-decoder');
    const decoder = new MPEGDecoder();
    await decoder.ready;
    return { decode: (frame) => decoder.decodeFrame(frame), free: () => decoder.free() };
  },
  async opus({ numberOfChannels }) {
    const { OpusDecoder } = await import('opus-decoder');
    const decoder = new OpusDecoder({ channels: Math.min(2, numberOfChannels) });
    await decoder.ready;
    return { decode: (frame) => decoder.decodeFrame(frame), free: () => decoder.free() };
  },
  async flac({ description }) {
    const { FLACDecoder } = await import('@wasm-audio-decoders/flac');
    const decoder = new FLACDecoder();
    await decoder.ready;
    // The stream's description goes before its first frame, as in a file.
    let before = bytesOf(description);
    return {
      async decode(frame) {
        const whole = before === undefined ? frame : Buffer.concat([before, frame]);
        before = undefined;
        return decoder.decode(new Uint8Array(whole));
      },
      flush: () => decoder.flush(),
      free: () => decoder.free(),
    };
  },
};

/** MP3, Opus and FLAC for the media library. AAC has no decoder whose licence lets it be linked here. */
export function registerDecoders({ AudioSample, CustomAudioDecoder, registerDecoder }: Toolkit): void {
  class WasmDecoder extends CustomAudioDecoder {
    #decoder: FrameDecoder | undefined;
    #endSeconds: number | undefined;

    static override supports(codec: AudioCodec): boolean {
      return decoders[codec] !== undefined;
    }

    async init(): Promise<void> {
      this.#decoder = await decoders[this.codec]?.(this.config);
    }

    async decode(packet: EncodedPacket): Promise<void> {
      this.#endSeconds ??= packet.timestamp;
      this.#hand(await this.#decoder?.decode(packet.data));
    }

    async flush(): Promise<void> {
      this.#hand(await this.#decoder?.flush?.());
      this.#endSeconds = undefined;
    }

    close(): void {
      this.#decoder?.free();
      this.#decoder = undefined;
    }

    #hand(decoded: Decoded | undefined): void {
      if (decoded === undefined || decoded.samplesDecoded === 0) return;
      const { channelData, samplesDecoded, sampleRate } = decoded;
      const data = new Float32Array(samplesDecoded * channelData.length);
      channelData.forEach((channel, index) =>
        data.set(channel.subarray(0, samplesDecoded), index * samplesDecoded),
      );
      const timestamp = this.#endSeconds ?? 0;
      this.#endSeconds = timestamp + samplesDecoded / sampleRate;
      this.onSample(
        new AudioSample({
          data,
          format: 'f32-planar',
          numberOfChannels: channelData.length,
          sampleRate,
          timestamp,
        }),
      );
    }
  }
  registerDecoder(WasmDecoder);
}

function bytesOf(source: AudioDecoderConfig['description']): Uint8Array | undefined {
  if (source === undefined) return undefined;
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  return new Uint8Array(source);
}
