import fs from 'node:fs';
import path from 'node:path';
import { float32ToInt16, int16ToBytes, readWav, resample } from '@parley/audio';
import { trueSpeechEndMs } from './true-end';

export interface Clip {
  readonly name: string;
  readonly text: string;
  /** PCM16 24 kHz mono, as a client sends it. */
  readonly pcm: Buffer;
  readonly durationMs: number;
  /** Where speech truly ends in the file: by phone alignment where there is one, else by energy. */
  readonly speechEndMs: number;
}

const digitNames = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Every clip of transcripts.tsv. */
export function transcribedClips(speechDirectory: string): Clip[] {
  const table = fs
    .readFileSync(path.join(speechDirectory, 'transcripts.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return table.map((row) => {
    const [file, text] = row.split('\t') as [string, string];
    return loadClip(speechDirectory, file, text);
  });
}

/** Every recording of digits/: named digit_speaker_take.wav. */
export function digitClips(speechDirectory: string): Clip[] {
  return fs
    .readdirSync(path.join(speechDirectory, 'digits'))
    .filter((name) => name.endsWith('.wav'))
    .sort()
    .map((name) => loadClip(speechDirectory, `digits/${name}`, digitNames[Number(name[0])] as string));
}

/** So many acted German sentences of emotion/, evenly over speakers and emotions; their words are not asked for. */
export function germanClips(speechDirectory: string, count: number): Clip[] {
  const names = fs
    .readdirSync(path.join(speechDirectory, 'emotion'))
    .filter((name) => name.endsWith('.wav'))
    .sort();
  const step = names.length / count;
  return names
    .filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step))
    .map((name) => loadClip(speechDirectory, `emotion/${name}`, ''));
}

function loadClip(speechDirectory: string, file: string, text: string): Clip {
  const wav = readWav(fs.readFileSync(path.join(speechDirectory, file)));
  const samples = float32ToInt16(resample(wav.samples, wav.sampleRate, 24_000));
  const name = path.basename(file, '.wav');
  const alignment = path.join(speechDirectory, 'alignment', `${name}.phone.json`);
  return {
    name,
    text,
    pcm: Buffer.from(int16ToBytes(samples)),
    durationMs: (samples.length / 24_000) * 1000,
    speechEndMs: trueSpeechEndMs(
      samples,
      fs.existsSync(alignment) ? fs.readFileSync(alignment, 'utf8') : undefined,
    ),
  };
}
