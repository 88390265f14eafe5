import { levelDbfs } from '@parley/audio';

interface Aligned {
  readonly b: number;
  readonly d: number;
  readonly t: string;
  readonly w?: readonly Aligned[];
}

const windowSamples = 240; // 10 ms at 24 kHz
/** A window this far below the loudest one is no speech: read speech spans less, breath after it is below. */
const belowLoudestDb = 28;
/** Nor one so near the quietest tenth: a recording has its own noise. */
const aboveQuietDb = 10;

/**
 * Where speech ends in a 24 kHz recording, ms. With an alignment (nested words and phones, seconds): the end of
 * the last phone that is not silence; else the last 10 ms window that stands out of the recording's own noise and
 * lies within 28 dB of the loudest.
 */
export function trueSpeechEndMs(samples: Int16Array, alignmentJson?: string): number {
  if (alignmentJson !== undefined) {
    const root = JSON.parse(alignmentJson) as Aligned;
    const last = (root.w ?? []).filter((word) => !/^<.*>$|^\[.*\]$/.test(word.t)).at(-1);
    if (last !== undefined) return (last.b + last.d) * 1000;
  }
  const { levels, floor } = loudness(samples);
  return (levels.findLastIndex((level) => level >= floor) + 1) * 10;
}

/** Where speech begins, by level alone: the first 10 ms window of the kind that `trueSpeechEndMs` seeks the last of. */
export function loudFromMs(samples: Int16Array): number {
  const { levels, floor } = loudness(samples);
  return levels.findIndex((level) => level >= floor) * 10;
}

function loudness(samples: Int16Array): { readonly levels: readonly number[]; readonly floor: number } {
  const levels: number[] = [];
  for (let at = 0; at + windowSamples <= samples.length; at += windowSamples) {
    levels.push(levelDbfs(samples.subarray(at, at + windowSamples)));
  }
  const quiet = [...levels].sort((a, b) => a - b)[Math.floor(levels.length / 10)] ?? -Infinity;
  const floor = Math.max(Math.max(...levels) - belowLoudestDb, quiet + aboveQuietDb);
  return { levels, floor };
}
