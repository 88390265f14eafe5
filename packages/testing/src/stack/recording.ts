import fs from 'node:fs';
import path from 'node:path';
import { float32ToInt16, int16ToAlaw, int16ToBytes, int16ToMulaw, readWav, resample } from '@parley/audio';
import { repositoryRoot } from '../infra';

const asset = (name: string): string => path.join(repositoryRoot(), 'assets', name);

/** Audio as `session.update` names it. */
export interface WireFormat {
  readonly type: 'audio/pcm' | 'audio/pcmu' | 'audio/pcma';
  readonly rate?: number;
}

export const wireRateHz = ({ type, rate }: WireFormat): number =>
  rate ?? (type === 'audio/pcm' ? 24_000 : 8_000);
export const wireBytesPerMs = (format: WireFormat): number =>
  (wireRateHz(format) * (format.type === 'audio/pcm' ? 2 : 1)) / 1_000;

/** The shipped human recording as a client sends it. */
export function recordedUtterance(format: WireFormat = { type: 'audio/pcm' }): Buffer {
  const wav = readWav(fs.readFileSync(asset('utterance.wav')));
  const samples = float32ToInt16(resample(wav.samples, wav.sampleRate, wireRateHz(format)));
  if (format.type === 'audio/pcm') return Buffer.from(int16ToBytes(samples));
  return Buffer.from(format.type === 'audio/pcmu' ? int16ToMulaw(samples) : int16ToAlaw(samples));
}

/** So much silence in the same format. */
export function silence(ms: number, format: WireFormat = { type: 'audio/pcm' }): Buffer {
  const bytes = Math.round((ms * wireRateHz(format)) / 1_000) * (format.type === 'audio/pcm' ? 2 : 1);
  return Buffer.alloc(bytes, { 'audio/pcm': 0, 'audio/pcmu': 0xff, 'audio/pcma': 0xd5 }[format.type]);
}

/** What is said in it. */
export function recordedTranscript(): string {
  return fs.readFileSync(asset('utterance.txt'), 'utf8').trim();
}
