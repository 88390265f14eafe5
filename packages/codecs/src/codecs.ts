import { CodecThread, type CodecThreadOptions } from './codec-thread';
import type { DecoderOptions, EncoderOptions } from './messages';

/** One call at a time, in order; every one rejects with CodecError. */
export interface Encoder {
  /** Takes PCM16, mono, and gives what is encoded so far. */
  push(pcm: Uint8Array): Promise<Uint8Array>;
  /** The rest; the encoder is closed with it. */
  finish(): Promise<Uint8Array>;
  close(): void;
}

export interface Decoder {
  /** The next second or so of PCM16, mono; undefined at the end. */
  read(): Promise<Uint8Array | undefined>;
  close(): void;
}

/** Encodes and decodes compressed audio in one thread, begun at the first need and again when it dies. */
export class Codecs {
  #thread: CodecThread | undefined;
  #jobs = 0;

  constructor(private readonly options: CodecThreadOptions = {}) {}

  /** Rejects with CodecError. */
  async encoder(options: EncoderOptions): Promise<Encoder> {
    const { thread, job } = this.#begin();
    await thread.ask({ job, kind: 'encode', ...options });
    return {
      push: async (bytes) => (await thread.ask({ job, kind: 'push', bytes })).bytes,
      async finish() {
        const { bytes } = await thread.ask({ job, kind: 'finish' });
        thread.tell({ job, kind: 'close' });
        return bytes;
      },
      close: () => thread.tell({ job, kind: 'close' }),
    };
  }

  /** `file`: WAV, MP3, FLAC, Ogg or WebM with Opus, whole. Rejects with CodecError. */
  async decoder(file: Uint8Array, options: DecoderOptions): Promise<Decoder> {
    const { thread, job } = this.#begin();
    await thread.ask({ job, kind: 'decode', file, ...options });
    return {
      async read() {
        const { bytes, done } = await thread.ask({ job, kind: 'read' });
        return done ? undefined : bytes;
      },
      close: () => thread.tell({ job, kind: 'close' }),
    };
  }

  async stop(): Promise<void> {
    await this.#thread?.stop();
  }

  #begin(): { thread: CodecThread; job: number } {
    if (this.#thread === undefined || this.#thread.gone) this.#thread = new CodecThread(this.options);
    this.#jobs += 1;
    return { thread: this.#thread, job: this.#jobs };
  }
}
