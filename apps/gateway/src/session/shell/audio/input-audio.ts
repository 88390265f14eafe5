import { PcmResampler, SampleJoiner } from '@parley/audio';
import { formatBytesPerSample, formatRateHz, type AudioFormat } from '@parley/protocol';
import { hearingRateHz } from '../../engine/deadlines';
import { decodeInput } from './formats';

/** Longest piece that is passed on at once: 100 ms, what most clients send at a time. */
const pieceBytes = 2 * 1_600;

/** The client's audio as everything behind the gateway hears it: PCM16, mono, 16 kHz. */
export class InputAudio {
  readonly #joiner: SampleJoiner;
  readonly #resampler: PcmResampler;
  readonly bytesPerSecond: number;

  constructor(readonly format: AudioFormat) {
    this.bytesPerSecond = formatRateHz(format) * formatBytesPerSample(format);
    this.#joiner = new SampleJoiner(formatBytesPerSample(format));
    this.#resampler = new PcmResampler(formatRateHz(format), hearingRateHz);
  }

  /** Pieces of at most 100 ms; the last few samples wait for what follows them. */
  push(audio: Uint8Array): Uint8Array[] {
    const pieces: Uint8Array[] = [];
    this.each(audio, (pcm) => pieces.push(new Uint8Array(pcm)));
    return pieces;
  }

  /** The same without copies: each piece is what it is only until `take` returns. */
  each(audio: Uint8Array, take: (pcm: Uint8Array) => void): void {
    this.#resampler.push(decodeInput(this.#joiner.push(audio), this.format), (pcm) => {
      if (pcm.byteLength <= pieceBytes) return take(pcm);
      for (let at = 0; at < pcm.byteLength; at += pieceBytes) take(pcm.subarray(at, at + pieceBytes));
    });
  }

  /** The last few samples too, as if silence followed: the client says that what it sent is a whole. */
  flush(take: (pcm: Uint8Array) => void): void {
    this.#resampler.flush(take);
  }

  /** The client cleared its buffer: a part of a sample of it is nothing any more. */
  clear(): void {
    this.#joiner.reset();
  }
}
