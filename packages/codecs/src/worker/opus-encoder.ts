import type { AudioCodec, AudioSample } from 'mediabunny';
import OpusScript from 'opusscript';
import type { Toolkit } from './toolkit';

const rates: readonly number[] = OpusScript.VALID_SAMPLING_RATES;
const frameMs = 20;
/** Samples at 48 kHz by which libopus delays what it encodes: 2.5 ms of look-ahead and 4 ms of overlap. */
const preSkip = 312;

type Rate = (typeof OpusScript.VALID_SAMPLING_RATES)[number];
const isRate = (rate: number): rate is Rate => rates.includes(rate);

/** libopus for the media library: 20 ms frames, mono. */
export function registerOpusEncoder({ CustomAudioEncoder, EncodedPacket, registerEncoder }: Toolkit): void {
  class OpusEncoder extends CustomAudioEncoder {
    #opus: OpusScript | undefined;
    #waiting = new Int16Array(0);
    /** Samples encoded. */
    #position = 0;
    #told = false;

    static override supports(
      codec: AudioCodec,
      { sampleRate, numberOfChannels }: AudioEncoderConfig,
    ): boolean {
      return codec === 'opus' && isRate(sampleRate) && numberOfChannels === 1;
    }

    init(): void {
      const { sampleRate, bitrate } = this.config;
      if (!isRate(sampleRate)) throw new Error(`no Opus at ${sampleRate} Hz`);
      this.#opus = new OpusScript(sampleRate, 1, OpusScript.Application.AUDIO);
      if (bitrate !== undefined) this.#opus.setBitrate(bitrate);
    }

    encode(sample: AudioSample): void {
      const more = new Int16Array(sample.numberOfFrames);
      sample.copyTo(more, { planeIndex: 0, format: 's16' });
      const all = new Int16Array(this.#waiting.length + more.length);
      all.set(this.#waiting);
      all.set(more, this.#waiting.length);
      const frame = this.#frameSamples;
      let at = 0;
      for (; at + frame <= all.length; at += frame) this.#encodeFrame(all.subarray(at, at + frame), frame);
      this.#waiting = all.slice(at);
    }

    flush(): void {
      const rest = this.#waiting.length;
      if (rest === 0) return;
      const padded = new Int16Array(this.#frameSamples);
      padded.set(this.#waiting);
      this.#waiting = new Int16Array(0);
      this.#encodeFrame(padded, rest);
    }

    close(): void {
      this.#opus?.delete();
      this.#opus = undefined;
    }

    get #frameSamples(): number {
      return (this.config.sampleRate * frameMs) / 1000;
    }

    #encodeFrame(samples: Int16Array, audible: number): void {
      const opus = this.#opus;
      if (opus === undefined) throw new Error('the encoder is closed');
      const { sampleRate } = this.config;
      const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
      const data = new Uint8Array(opus.encode(bytes, samples.length));
      const packet = new EncodedPacket(data, 'key', this.#position / sampleRate, audible / sampleRate);
      this.#position += audible;
      const decoderConfig = {
        codec: 'opus',
        sampleRate: 48_000,
        numberOfChannels: 1,
        description: head(sampleRate),
      };
      this.onPacket(packet, this.#told ? undefined : { decoderConfig });
      this.#told = true;
    }
  }
  registerEncoder(OpusEncoder);
}

/** The identification header, RFC 7845 §5.1. */
function head(sampleRate: number): Uint8Array {
  const bytes = Buffer.alloc(19);
  bytes.write('OpusHead', 0, 'latin1');
  bytes.writeUInt8(1, 8);
  bytes.writeUInt8(1, 9);
  bytes.writeUInt16LE(preSkip, 10);
  bytes.writeUInt32LE(sampleRate, 12);
  return bytes;
}
