import type { Codecs } from '@parley/codecs';
import type { UsageMeter } from '../session/ports';
import type { SpeechEvent } from '../workers/speech-line';
import { openEncoder, type AudioEncodingOptions } from './audio-encoding';

/** Added up on the way. */
export interface SpokenTotals {
  /** Engine id; empty: nothing was spoken. */
  engine: string;
  characters: number;
  audioMs: number;
}

export const nothingSpoken = (): SpokenTotals => ({ engine: '', characters: 0, audioMs: 0 });

/** Takes in what a voice tells. */
export function addSpoken(totals: SpokenTotals, event: SpeechEvent, sampleRate: number): void {
  if (event.type === 'audio') totals.audioMs += audioMs(event.pcm, sampleRate);
  if (event.type !== 'segment') return;
  totals.engine = event.engine;
  totals.characters += event.characters;
}

/** Takes down for whom it was spoken what came since it was last taken down. */
export function chargeSpoken(meter: UsageMeter, totals: SpokenTotals): void {
  const { engine, characters } = totals;
  const spokenMs = Math.round(totals.audioMs);
  totals.characters = 0;
  totals.audioMs -= spokenMs;
  if (spokenMs > 0) meter.add({ audioOutMs: spokenMs });
  if (engine === '' || (characters === 0 && spokenMs === 0)) return;
  meter.charge([{ service: 'tts', purpose: 'speech', model: engine, characters, audioMs: spokenMs }]);
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
      addSpoken(totals, event, options.sampleRate);
      if (event.type !== 'audio') continue;
      yield await encoder.push(event.pcm);
    }
    yield await encoder.finish();
  } finally {
    encoder.close();
  }
}

const audioMs = (pcm: Uint8Array, sampleRate: number): number => (pcm.byteLength * 500) / sampleRate;
