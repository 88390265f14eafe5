import type { IdRange } from './phoneme-ids';

export interface TimeSpan {
  readonly startMs: number;
  readonly endMs: number;
}

/** When each word is heard, from how many samples each phoneme of the sequence lasts. */
export function wordSpans(
  words: readonly IdRange[],
  samples: ArrayLike<number>,
  sampleRate: number,
): TimeSpan[] {
  const before: number[] = [0];
  for (let id = 0; id < samples.length; id += 1) before.push((before[id] ?? 0) + (samples[id] ?? 0));
  const at = (id: number): number =>
    Math.round(((before[Math.min(id, samples.length)] ?? 0) * 1_000) / sampleRate);
  return words.map(({ from, to }) => ({ startMs: at(from), endMs: at(to) }));
}

/**
 * How long each phoneme lasts by rule, for a voice that does not tell: vowels longer than consonants, marks a
 * pause. Only their proportions count.
 */
export function ruledDurations(
  ids: readonly number[],
  symbolOf: (id: number) => string,
  total: number,
): number[] {
  const weights = ids.map((id) => weightOf(symbolOf(id)));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => (weight / sum) * total);
}

function weightOf(symbol: string): number {
  if (/[_^$ˈˌ]/.test(symbol)) return 0.1;
  if (/[.!?]/.test(symbol)) return 4;
  if (/[,;:]/.test(symbol)) return 3;
  if (symbol === ' ') return 0.2;
  if (/[ːaeiouyæøœɐɑɒɔəɚɛɜɪʊʌᵻ]/.test(symbol)) return 1.4;
  return 1;
}
