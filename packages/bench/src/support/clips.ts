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

/**
 * Sentences of vad/ that are whole: recording, begin and end of what is said, s, by its labels. Chosen by reading;
 * where a recording stops with the voice, the end is not known.
 */
const labelledSentences = [
  ['01', 0.403, 2.47, 'this alloy was new to america'],
  [
    '01',
    2.929,
    8.413,
    'in fact few furnaces in the us could even reach the temperature needed to manufacture it',
  ],
  ['04', 0.156, 2.79, 'and for a moment they looked into each other’s natures'],
  ['06', 0.336, 3.139, 'this bound among the babylonians and the assyrians'],
  ['08', 0.412, 3.355, 'and make the right choices and protect your work'],
  ['08', 3.771, 9.429, 'and if you build a good name eventually that name will be its own currency'],
  ['11', 0.065, 2.16, 'women have their sets of responsibility'],
  ['11', 2.558, 4.5, 'they’re not the same right'],
  ['12', 0.5, 4.317, 'the servants as well as the young ladies decorated it'],
  ['13', 1.311, 3.284, 'the island will soon disappear'],
  ['13', 4.595, 10.128, 'will you be quiet demanded mr damon giving the scientist a nudge in the ribs'],
  ['15', 0.49, 4.6, 'anyhow we’ll see each other again in two weeks and until then stay smart'],
] as const;
const aroundSpeechSeconds = 0.1;

/** Whole sentences of several speakers, with their own pauses, out of the recordings of vad/. */
export function sentenceClips(speechDirectory: string): Clip[] {
  return labelledSentences.map(([file, from, to, text], i) => {
    const { samples, sampleRate } = readWav(
      fs.readFileSync(path.join(speechDirectory, 'vad', `${file}.wav`)),
    );
    const start = Math.max(0, from - aroundSpeechSeconds);
    const part = samples.subarray(start * sampleRate, (to + aroundSpeechSeconds) * sampleRate);
    const pcm = float32ToInt16(resample(part, sampleRate, 24_000));
    return {
      ...{ name: `sentence_${file}_${i}`, text, pcm: Buffer.from(int16ToBytes(pcm)) },
      durationMs: (pcm.length / 24_000) * 1000,
      speechEndMs: (to - start) * 1000,
    };
  });
}

/** So many recordings of each digit's name, evenly over those there are. */
export function wordClips(speechDirectory: string, each: number): Clip[] {
  return digitNames.flatMap((text) => {
    const names = fs
      .readdirSync(path.join(speechDirectory, 'alphanumeric', text))
      .filter((name) => name.endsWith('.wav'))
      .sort();
    const step = names.length / each;
    return Array.from({ length: each }, (_, i) => names[Math.floor(i * step)]!).map((name) => {
      const clip = loadClip(speechDirectory, `alphanumeric/${text}/${name}`, text);
      return { ...clip, name: `${text}_${clip.name}` };
    });
  });
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
