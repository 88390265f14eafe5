import fs from 'node:fs';
import path from 'node:path';
import { bytesToInt16, float32ToInt16, int16ToBytes, readWav, resample } from '@parley/audio';

export interface Sound {
  readonly name: string;
  /** PCM16 at 24 kHz. */
  readonly pcm: Buffer;
}

const rateHz = 24_000;

/** Recordings of noise, whole. */
export function recordedNoises(
  speechDirectory: string,
  toRateHz = rateHz,
): { readonly name: string; readonly samples: Float32Array }[] {
  const folder = path.join(speechDirectory, 'noise');
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.wav'))
    .sort((a, b) => a.localeCompare(b))
    .map((name) => ({
      name: path.basename(name, '.wav'),
      samples: read(path.join(folder, name), toRateHz),
    }));
}

/** Recorded noises, so much of each from its loudest moment on. */
export function noises(speechDirectory: string, ms: number): Sound[] {
  return recordedNoises(speechDirectory).map(({ name, samples }) => {
    const loudest = samples.reduce(
      (best, value, at) => (Math.abs(value) > Math.abs(samples[best] ?? 0) ? at : best),
      0,
    );
    const from = Math.max(0, Math.min(loudest - rateHz / 10, samples.length - (ms * rateHz) / 1000));
    return {
      name,
      pcm: bytes(samples.subarray(from, from + (ms * rateHz) / 1000)),
    };
  });
}

/** Short human voices, as long as a word of assent: single letters and digits, spoken by several people. */
export function shortVoices(speechDirectory: string, names: readonly string[], each: number): Sound[] {
  return names.flatMap((name) => {
    const folder = path.join(speechDirectory, 'alphanumeric', name);
    return fs
      .readdirSync(folder)
      .filter((file) => file.endsWith('.wav'))
      .sort((a, b) => a.localeCompare(b))
      .slice(0, each)
      .map((file) => ({
        name: `${name}/${path.basename(file, '.wav')}`,
        pcm: bytes(read(path.join(folder, file))),
      }));
  });
}

/** Somebody who clears their throat: a moment of a human voice that is no word, and what a VAD takes for speech. */
export function throatClearings(speechDirectory: string, each: number): Sound[] {
  return shortVoices(speechDirectory, ['o', 'a', 'm'], each).map(({ name, pcm }, index) => {
    const samples = bytesToInt16(pcm);
    const loudest = samples.reduce(
      (best, value, at) => (Math.abs(value) > Math.abs(samples[best] ?? 0) ? at : best),
      0,
    );
    const length = ((180 + 30 * (index % 4)) * rateHz) / 1000;
    const from = Math.max(0, Math.min(loudest - length / 4, samples.length - length));
    const fade = (20 * rateHz) / 1000;
    const cut = samples
      .slice(from, from + length)
      .map((value, at) => value * Math.min(1, at / fade, (length - at) / fade));
    return { name: `throat ${name}`, pcm: Buffer.from(int16ToBytes(cut)) };
  });
}

/** Synthetic, for there is no recording of one: a burst of noise that dies away, once or twice. */
export function coughs(count: number): Sound[] {
  let seed = 7;
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 31 - 0.5;
  };
  return Array.from({ length: count }, (_, index) => {
    const bursts = 1 + (index % 2);
    const ms = 180 + 20 * (index % 5);
    const one = Float32Array.from({ length: (ms * rateHz) / 1000 }, (_unused, at) => {
      const share = at / ((ms * rateHz) / 1000);
      return random() * Math.min(1, share * 20) * Math.exp(-4 * share);
    });
    const gap = new Float32Array((120 * rateHz) / 1000);
    const all = Array.from({ length: bursts }, (_unused, at) => (at === 0 ? [one] : [gap, one])).flat();
    const samples = new Float32Array(all.reduce((sum, part) => sum + part.length, 0));
    all.reduce((at, part) => (samples.set(part, at), at + part.length), 0);
    return { name: `cough ${index + 1}`, pcm: bytes(samples) };
  });
}

function read(file: string, toRateHz = rateHz): Float32Array {
  const { samples, sampleRate } = readWav(fs.readFileSync(file));
  return resample(samples, sampleRate, toRateHz);
}

const bytes = (samples: Float32Array): Buffer => Buffer.from(int16ToBytes(float32ToInt16(samples)));
