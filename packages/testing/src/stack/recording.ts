import fs from 'node:fs';
import path from 'node:path';
import { float32ToInt16, int16ToBytes, readWav, resample } from '@parley/audio';
import { repositoryRoot } from '../infra';

const asset = (name: string): string => path.join(repositoryRoot(), 'assets', name);

/** The shipped human recording as a client sends it: PCM16 24 kHz mono. */
export function recordedUtterance(): Buffer {
  const wav = readWav(fs.readFileSync(asset('utterance.wav')));
  return Buffer.from(int16ToBytes(float32ToInt16(resample(wav.samples, wav.sampleRate, 24_000))));
}

/** What is said in it. */
export function recordedTranscript(): string {
  return fs.readFileSync(asset('utterance.txt'), 'utf8').trim();
}
