import { bytesToInt16, levelDbfs, resampleInt16 } from '@parley/audio';
import type { Clip } from '../../support/clips';

export const perMs = 16;

/** The clip as the worker hears it: 16 kHz. */
export function hearing({ pcm }: Pick<Clip, 'pcm'>): Int16Array {
  return resampleInt16(bytesToInt16(pcm), 24_000, 16_000);
}

/** A quiet room, −75 dBFS, the same each time. */
export function room(ms: number): Int16Array {
  let seed = 7;
  return Int16Array.from({ length: Math.round(ms * perMs) }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.round((seed / 2 ** 32 - 0.5) * 20);
  });
}

const fadeSamples = 8 * perMs;

/** A stretch with soft edges, so that a cut makes no click. */
export function stretch(pcm: Int16Array, fromMs: number, toMs: number): Int16Array {
  const out = pcm.slice(Math.round(fromMs * perMs), Math.round(toMs * perMs));
  const edge = Math.min(fadeSamples, out.length >> 1);
  for (let i = 0; i < edge; i++) {
    if (fromMs > 0) out[i] = (out[i]! * i) / edge;
    out[out.length - 1 - i] = (out[out.length - 1 - i]! * i) / edge;
  }
  return out;
}

/** The noise, over and over, under all of it: so far below the speech in it. */
export function withNoise(pcm: Int16Array, speech: Int16Array, noise: Int16Array, snrDb: number): Int16Array {
  const gain = 10 ** ((levelDbfs(speech) - snrDb - levelDbfs(noise)) / 20);
  return Int16Array.from(pcm, (x, i) =>
    Math.max(-32_768, Math.min(32_767, Math.round(x + gain * noise[i % noise.length]!))),
  );
}
