import fs from 'node:fs';
import path from 'node:path';
import {
  float32ToInt16,
  int16ToAlaw,
  int16ToBytes,
  int16ToFloat32Bytes,
  int16ToMulaw,
  readWav,
  resample,
} from '@parley/audio';
import { repositoryRoot } from '../infra';

const asset = (name: string): string => path.join(repositoryRoot(), 'assets', name);

/** Audio as `session.update` names it. */
export interface WireFormat {
  readonly type: 'audio/pcm' | 'audio/float32' | 'audio/pcmu' | 'audio/pcma';
  readonly rate?: number;
}

const sampleBytes = { 'audio/pcm': 2, 'audio/float32': 4, 'audio/pcmu': 1, 'audio/pcma': 1 } as const;

export const wireRateHz = ({ type, rate }: WireFormat): number =>
  rate ?? (sampleBytes[type] === 1 ? 8_000 : 24_000);
export const wireBytesPerMs = (format: WireFormat): number =>
  (wireRateHz(format) * sampleBytes[format.type]) / 1_000;

/** The shipped human recording as a client sends it. */
export function recordedUtterance(format: WireFormat = { type: 'audio/pcm' }): Buffer {
  const wav = readWav(fs.readFileSync(asset('utterance.wav')));
  const samples = float32ToInt16(resample(wav.samples, wav.sampleRate, wireRateHz(format)));
  switch (format.type) {
    case 'audio/pcm':
      return Buffer.from(int16ToBytes(samples));
    case 'audio/float32':
      return Buffer.from(int16ToFloat32Bytes(samples));
    case 'audio/pcmu':
      return Buffer.from(int16ToMulaw(samples));
    case 'audio/pcma':
      return Buffer.from(int16ToAlaw(samples));
  }
}

/** So much silence in the same format. */
export function silence(ms: number, format: WireFormat = { type: 'audio/pcm' }): Buffer {
  const bytes = Math.round((ms * wireRateHz(format)) / 1_000) * sampleBytes[format.type];
  const zero = { 'audio/pcm': 0, 'audio/float32': 0, 'audio/pcmu': 0xff, 'audio/pcma': 0xd5 };
  return Buffer.alloc(bytes, zero[format.type]);
}

/** What is said in it. */
export function recordedTranscript(): string {
  return fs.readFileSync(asset('utterance.txt'), 'utf8').trim();
}
