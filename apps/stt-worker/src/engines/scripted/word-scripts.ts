import { readFileSync } from 'node:fs';
import { z } from '@parley/config';

/** What a recogniser made of a recording up to a moment: the text, and the voice there was by then, ms. */
const scriptSchema = z.array(z.strictObject({ voicedMs: z.number(), text: z.string() }));
const scriptsSchema = z.record(z.string(), scriptSchema);

type WordScript = z.output<typeof scriptSchema>;
export type WordScripts = ReadonlyMap<string, WordScript>;

export const readWordScripts = (file: string): WordScripts =>
  new Map(Object.entries(scriptsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))));

const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/** @param before text of the stretches before this one, in the same turn */
export function heardSoFar(script: WordScript, voicedMs: number, before: string): string {
  const told = wordsOf(before).length;
  const fromMs = told === 0 ? 0 : (script.find(({ text }) => wordsOf(text).length >= told)?.voicedMs ?? 0);
  const heard = script.findLast((entry) => entry.voicedMs <= fromMs + voicedMs);
  return wordsOf(heard?.text ?? '')
    .slice(told)
    .join(' ');
}
