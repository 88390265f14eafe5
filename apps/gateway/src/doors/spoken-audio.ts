import type { Codecs } from '@parley/codecs';
import type { SpeechEvent } from '../workers/speech-line';
import { openEncoder, type AudioEncodingOptions } from './audio-encoding';

/** Added up on the way. */
export interface SpokenTotals {
  audioMs: number;
}

/** What is spoken, encoded; pieces may be empty. Rejects with WorkerError or CodecError. */
export async function* spokenAudio(
  speech: AsyncIterable<SpeechEvent>,
  codecs: Codecs,
  options: AudioEncodingOptions,
  totals: SpokenTotals,
): AsyncGenerator<Uint8Array, void, void> {
  const encoder = await openEncoder(codecs, options);
  try {
    for await (const event of speech) {
      if (event.type !== 'audio') continue;
      totals.audioMs += audioMs(event.pcm, options.sampleRate);
      yield await encoder.push(event.pcm);
    }
    yield await encoder.finish();
  } finally {
    encoder.close();
  }
}

export const audioMs = (pcm: Uint8Array, sampleRate: number): number => (pcm.byteLength * 500) / sampleRate;
