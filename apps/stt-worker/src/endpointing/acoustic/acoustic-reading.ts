import type { AcousticReading } from './acoustic-ear';
import { prosodyOf } from './prosody';
import type { SmartTurn } from './smart-turn';

const prosodySamples = 4 * 16_000;

/** Blocks its thread for as long as smart-turn takes, about 0.1 s. */
export async function acousticReading(
  pcm: Int16Array,
  speechSamples: number,
  smartTurn: SmartTurn | undefined,
): Promise<AcousticReading> {
  const speech = pcm.subarray(Math.max(0, speechSamples - prosodySamples), speechSamples);
  return { prosody: prosodyOf(speech), smartTurn: await smartTurn?.probability(pcm) };
}
