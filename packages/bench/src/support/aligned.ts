import fs from 'node:fs';
import path from 'node:path';
import { transcribedClips, type Clip } from './clips';

interface Phone {
  readonly b: number;
  readonly d: number;
  readonly t: string;
  readonly w?: readonly Phone[];
}

export interface AlignedClip extends Clip {
  /** Where the first phoneme begins. */
  readonly speechStartMs: number;
}

/** The clips whose every phoneme has a time. */
export function alignedClips(speechDirectory: string): AlignedClip[] {
  return transcribedClips(speechDirectory).flatMap((clip) => {
    const file = path.join(speechDirectory, 'alignment', `${clip.name}.phone.json`);
    if (!fs.existsSync(file)) return [];
    const root = JSON.parse(fs.readFileSync(file, 'utf8')) as Phone;
    const first = (root.w ?? []).find(({ t }) => !/^<.*>$|^\[.*\]$/.test(t));
    return first === undefined ? [] : [{ ...clip, speechStartMs: first.b * 1000 }];
  });
}
