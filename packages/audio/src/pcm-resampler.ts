import { loadFilter } from './fir';
import { FirStream, pcmMemory } from './fir-stream';
import { bytesToInt16, concatInt16, int16ToBytes } from './pcm';
import { asSampleRate } from './rates';

/**
 * Streaming resampler of PCM16 (little-endian bytes, whole samples), as {@link Resampler} in everything else. Between
 * the rates that matter it computes with 16 bits as they are: quicker, and with an error some 80 dB below.
 *
 * Nothing is copied: `take` is called with bytes that are what they are only until it returns. A buffer for each piece
 * would cost as much as the filter.
 */
export class PcmResampler {
  private readonly stream: FirStream<Uint8Array> | undefined;

  /** @throws AudioError `unsupported_rate` */
  constructor(inputRate: number, outputRate: number) {
    asSampleRate(inputRate);
    asSampleRate(outputRate);
    this.stream =
      inputRate === outputRate ? undefined : new FirStream(loadFilter(inputRate, outputRate), pcmMemory);
  }

  /** What is complete once `pcm` is known. */
  push(pcm: Uint8Array, take: (made: Uint8Array) => void): void {
    if (this.stream !== undefined) this.stream.push(pcm, take);
    else if (pcm.byteLength > 0) take(pcm);
  }

  /** The remaining samples, as if silence followed; then it is as new. */
  flush(take: (made: Uint8Array) => void): void {
    this.stream?.flush(take);
  }
}

/** Resamples a whole signal; the result has `resampledLength(samples.length)` samples. */
export function resampleInt16(samples: Int16Array, inputRate: number, outputRate: number): Int16Array {
  const resampler = new PcmResampler(inputRate, outputRate);
  const parts: Int16Array[] = [];
  const take = (made: Uint8Array): unknown => parts.push(bytesToInt16(made).slice());
  resampler.push(int16ToBytes(samples), take);
  resampler.flush(take);
  return concatInt16(parts);
}
