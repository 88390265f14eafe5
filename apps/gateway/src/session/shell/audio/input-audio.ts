import { Pcm16Joiner, Resampler, alawToInt16, int16ToBytes, mulawToInt16 } from '@parley/audio';
import { formatRateHz, type AudioFormat } from '@parley/protocol';
import { hearingRateHz } from '../../engine/deadlines';

/** Longest piece that is passed on at once, in 16 kHz samples: 100 ms, what most clients send at a time. */
const pieceSamples = 1_600;

/** The client's audio as everything behind the gateway hears it: PCM16, mono, 16 kHz. */
export class InputAudio {
  readonly #joiner = new Pcm16Joiner();
  readonly #resampler: Resampler;

  constructor(readonly format: AudioFormat) {
    this.#resampler = new Resampler(formatRateHz(format), hearingRateHz);
  }

  /** Pieces of at most 100 ms; the last few samples wait for what follows them. */
  push(audio: Uint8Array): Uint8Array[] {
    const samples = this.#resampler.processInt16(this.#decode(audio));
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < samples.length; at += pieceSamples) {
      pieces.push(int16ToBytes(samples.subarray(at, at + pieceSamples)));
    }
    return pieces;
  }

  /** The client cleared its buffer: half a sample of it is nothing any more. */
  clear(): void {
    this.#joiner.reset();
  }

  #decode(audio: Uint8Array): Int16Array {
    switch (this.format.type) {
      case 'audio/pcm':
        return this.#joiner.push(audio);
      case 'audio/pcmu':
        return mulawToInt16(audio);
      case 'audio/pcma':
        return alawToInt16(audio);
    }
  }
}
