import { levelDbfs } from '@parley/audio';
import { msToSamples } from '../endpointing/time';

const windowSamples = msToSamples(8);
/** A voice that has fallen by so much is over: what the VAD still hears is the room, and its own memory. */
const fallDb = 20;
/** The VAD tells no later than this of a voice's end. */
export const longestLagMs = 48;
const forgetDbPerWindow = 0.08;

/** Where a voice ends within what the VAD takes for speech: it tells of an end by up to 48 ms too late. */
export class VoiceEnd {
  #loudDbfs = -Infinity;

  /** @param pcm the last 48 ms up to the end of a frame of speech; returns the samples at its end without voice */
  quietSamples(pcm: Int16Array, frameSamples: number): number {
    const levels = levelsFromEnd(pcm);
    for (const level of levels.slice(0, frameSamples / windowSamples)) {
      this.#loudDbfs = Math.max(level, this.#loudDbfs - forgetDbPerWindow);
    }
    const voiced = levels.findIndex((level) => level >= this.#loudDbfs - fallDb);
    return (voiced < 0 ? levels.length : voiced) * windowSamples;
  }
}

function levelsFromEnd(pcm: Int16Array): number[] {
  const levels: number[] = [];
  for (let end = pcm.length; end >= windowSamples; end -= windowSamples) {
    levels.push(levelDbfs(pcm.subarray(end - windowSamples, end)));
  }
  return levels;
}
