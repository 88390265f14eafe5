import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { float32ToInt16, readWav, resample } from '@parley/audio';
import { z } from 'zod';

/** A list of recordings with the times of their words, s. Files are relative to the list. */
const corpusSchema = z.array(
  z.object({
    file: z.string(),
    /** Who speaks; a name without one is a speaker of its own. */
    speaker: z.string().optional(),
    /** As written, with marks: they tell where sentences end. */
    text: z.string(),
    words: z.array(z.object({ t: z.string(), b: z.number(), e: z.number() })).nullish(),
  }),
);

export interface Recording {
  readonly name: string;
  readonly speaker: string;
  readonly text: string;
  /** 16 kHz. */
  readonly samples: Int16Array;
  readonly words: readonly { readonly t: string; readonly b: number; readonly e: number }[];
}

/** Recordings without word times are left out. */
export function loadCorpus(file: string): Recording[] {
  const entries = corpusSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return entries.flatMap(({ file: name, speaker = name, text, words }) => {
    if (!words || words.length === 0) return [];
    const wav = readWav(readFileSync(resolve(dirname(file), name)));
    const samples = float32ToInt16(resample(wav.samples, wav.sampleRate, 16_000));
    return [{ name, speaker, text, samples, words }];
  });
}

/** A place between two words, or the end, and whether a turn may end there. */
export interface Boundary {
  readonly atSample: number;
  readonly whole: boolean;
  /** Share of a yes or no. */
  readonly weight: number;
  /** The speaker did pause there. */
  readonly paused: boolean;
}

const leastPauseSeconds = 0.2;

/** Behind a comma it is a matter of taste. */
const commaWeight = 0.3;

/** Where words end; whole at the end of a sentence. */
export function boundariesOf({ text, words, samples }: Recording): Boundary[] {
  const written = text.split(/[\s-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  // Numbers are said in more words than they are written in: then only the end is sure.
  const aligned = written.length === words.length;
  return words.flatMap((word, i): Boundary[] => {
    const last = i === words.length - 1;
    const mark = aligned ? written[i]! : last ? text : '';
    const next = words[i + 1];
    // In the middle of the gap, so that no word is cut.
    const seconds = next === undefined ? word.e + 0.05 : (word.e + next.b) / 2;
    const atSample = Math.min(samples.length, Math.round(seconds * 16_000));
    const paused = next !== undefined && next.b - word.e >= leastPauseSeconds;
    if (/[.!?]["”')]*$/u.test(mark)) return [{ atSample, whole: true, weight: 1, paused }];
    // The end of a clip in mid-sentence, and what may be the end of a sentence, teach nothing.
    if (last || (!aligned && /[.!?]\s/u.test(text))) return [];
    const weight = /[,;:—–]["”]?$/u.test(mark) ? commaWeight : 1;
    return [{ atSample, whole: false, weight, paused }];
  });
}
