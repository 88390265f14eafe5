import fs from 'node:fs';
import path from 'node:path';
import { bytesToInt16, levelDbfs, resampleInt16 } from '@parley/audio';
import { Replayer } from '../benches/turns/replayer';
import type { Report } from '../report/report';
import type { Clip } from './clips';

export interface SpokenClip extends Clip {
  readonly language: string;
}

interface Cut {
  readonly atMs: number;
  /** Voice in the clip by then, as the stand-in recogniser counts it. */
  readonly voicedMs: number;
  readonly text: string;
}

/** What the default recogniser makes of a clip as it goes on. */
export interface RecordedWords {
  readonly cuts: readonly Cut[];
  /** From here on its words are those of the whole clip, and stay so. */
  readonly knownMs: number;
}

const folder = path.resolve('.parley/words');
const rateHz = 16_000;
/** As close to each other as the partials of a recogniser that takes many stretches at once. */
const closeMs = 80;
const firstMs = 320;
/** So much of what follows the clip is heard with it. */
const tailMs = 200;
const windowSamples = 320;
const voicedDbfs = -45;

/**
 * The words of each clip as it goes on, by the default recogniser: for a stand-in that takes a given time and
 * still hears what a real one would. Read once and kept in a file; returns that file too.
 *
 * @param stepMs how far apart its words are known
 */
export async function recordedWords(
  clips: readonly SpokenClip[],
  report: Report,
  stepMs = closeMs,
): Promise<{ readonly file: string; readonly words: ReadonlyMap<string, RecordedWords> }> {
  fs.mkdirSync(folder, { recursive: true });
  const words = new Map<string, RecordedWords>();
  let replayer: Replayer | undefined;
  for (const clip of clips) {
    const kept = path.join(folder, `${clip.name}-${clip.pcm.length}-${stepMs}.json`);
    if (!fs.existsSync(kept)) {
      if (replayer === undefined) report.line('  the default recogniser hears every clip as it goes on');
      replayer ??= new Replayer(false);
      fs.writeFileSync(kept, JSON.stringify(await cutsOf(clip, replayer, stepMs)));
    }
    const cuts = JSON.parse(fs.readFileSync(kept, 'utf8')) as Cut[];
    words.set(clip.name, { cuts, knownMs: knownMs(cuts) });
  }
  replayer?.stop();
  const file = path.join(folder, 'all.json');
  const scripts = [...words].map(([name, { cuts }]) => [
    name,
    cuts.map(({ voicedMs, text }) => ({ voicedMs, text })),
  ]);
  fs.writeFileSync(file, JSON.stringify(Object.fromEntries(scripts)));
  return { file, words };
}

async function cutsOf(
  { name, pcm, language, speechEndMs }: SpokenClip,
  replayer: Replayer,
  stepMs: number,
): Promise<Cut[]> {
  const spoken = resampleInt16(bytesToInt16(pcm), 24_000, rateHz);
  const lastMs = Math.ceil(speechEndMs) + tailMs;
  const samples = new Int16Array(lastMs * 16);
  samples.set(spoken.subarray(0, samples.length));
  const times: number[] = [];
  for (let ms = lastMs; ms >= firstMs; ms -= stepMs) times.unshift(ms);
  const texts = await replayer.read(name, samples, language, times);
  return times.map((atMs, i) => ({ atMs, voicedMs: voicedMs(samples, atMs), text: texts[i] ?? '' }));
}

function voicedMs(samples: Int16Array, endMs: number): number {
  let ms = 0;
  for (let at = 0; at + windowSamples <= endMs * 16; at += windowSamples) {
    if (levelDbfs(samples.subarray(at, at + windowSamples)) > voicedDbfs) ms += 20;
  }
  return ms;
}

/** Marks, case and where a compound is parted say nothing of the words. */
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '');

function knownMs(cuts: readonly Cut[]): number {
  const whole = bare(cuts.at(-1)?.text ?? '');
  const lastOther = cuts.findLastIndex(({ text }) => bare(text) !== whole);
  return cuts[lastOther + 1]?.atMs ?? Infinity;
}
