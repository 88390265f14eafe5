import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { float32ToInt16, readWav, resample } from '@parley/audio';
import { repositoryRoot } from '@parley/testing';

export function recording(path: string): Int16Array {
  const wav = readWav(readFileSync(path));
  return float32ToInt16(resample(wav.samples, wav.sampleRate, 16_000));
}

/** The recording that is shipped with the repository, 16 kHz. */
export const shippedUtterance = (): Int16Array =>
  recording(join(repositoryRoot(), 'assets', 'utterance.wav'));

/** Room noise at −75 dBFS, the same each time. */
export function room(ms: number): Int16Array {
  let seed = 7;
  return Int16Array.from({ length: ms * 16 }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.round((seed / 2 ** 32 - 0.5) * 20);
  });
}

export interface LabelledClip {
  readonly name: string;
  readonly text: string;
  readonly samples: Int16Array;
}

/** The sentences of a folder with `transcripts.tsv`; strings of digits are no sentences. */
export function sentences(folder: string): LabelledClip[] {
  const lines = readFileSync(join(folder, 'transcripts.tsv'), 'utf8').trim().split('\n').slice(1);
  return lines
    .map((line) => line.split('\t'))
    .filter(([file]) => !file!.includes('digits'))
    .map(([file, text]) => ({ name: file!, text: text!, samples: recording(join(folder, file!)) }));
}
