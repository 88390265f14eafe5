import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readWav, resample } from '@parley/audio';
import { SAMPLE_RATE_HZ } from '../features/frames';

const speechDir = resolve(__dirname, '../../../../../shared/speech');

/** File names of a folder of recorded speech, or undefined (with the reason printed) where there is none. */
export function recordings(folder: string): string[] | undefined {
  const dir = resolve(speechDir, folder);
  if (!existsSync(dir)) {
    process.stderr.write(`skipped: no recorded speech in ../shared/speech/${folder}\n`);
    return undefined;
  }
  return readdirSync(dir)
    .filter((name) => name.endsWith('.wav'))
    .sort();
}

export function recording(folder: string, name: string): Float32Array {
  const { samples, sampleRate } = readWav(readFileSync(resolve(speechDir, folder, name)));
  return resample(samples, sampleRate, SAMPLE_RATE_HZ);
}
