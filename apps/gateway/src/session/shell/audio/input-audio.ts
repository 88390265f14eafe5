import { Resampler, SampleJoiner, int16ToBytes } from '@parley/audio';
import { formatBytesPerSample, formatRateHz, type AudioFormat } from '@parley/protocol';
import { hearingRateHz } from '../../engine/deadlines';
import { decodeInput } from './formats';

/** Longest piece that is passed on at once, in 16 kHz samples: 100 ms, what most clients send at a time. */
const pieceSamples = 1_600;

/** The client's audio as everything behind the gateway hears it: PCM16, mono, 16 kHz. */
export class InputAudio {
  readonly #joiner: SampleJoiner;
  readonly #resampler: Resampler;

  constructor(readonly format: AudioFormat) {
    this.#joiner = new SampleJoiner(formatBytesPerSample(format));
    this.#resampler = new Resampler(formatRateHz(format), hearingRateHz);
  }

  /** Pieces of at most 100 ms; the last few samples wait for what follows them. */
  push(audio: Uint8Array): Uint8Array[] {
    const pieces: Uint8Array[] = [];
    this.each(audio, (pcm) => pieces.push(new Uint8Array(pcm)));
    return pieces;
  }

  /** The same without copies: each piece is what it is only until `take` returns. */
  each(audio: Uint8Array, take: (pcm: Uint8Array) => void): void {
    this.#resampler.eachInt16(decodeInput(this.#joiner.push(audio), this.format), (samples) => {
      for (let at = 0; at < samples.length; at += pieceSamples) {
        take(int16ToBytes(samples.subarray(at, at + pieceSamples)));
      }
    });
  }

  /** The last few samples too, as if silence followed: the client says that what it sent is a whole. */
  flush(take: (pcm: Uint8Array) => void): void {
    const samples = this.#resampler.flushInt16();
    if (samples.length > 0) take(int16ToBytes(samples));
  }

  /** The client cleared its buffer: a part of a sample of it is nothing any more. */
  clear(): void {
    this.#joiner.reset();
  }
}
