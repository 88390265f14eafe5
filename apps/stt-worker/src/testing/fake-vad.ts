import { concatInt16 } from '@parley/audio';
import { contextSamples, frameSamples } from '../vad/frame';
import type { OnProbability, Vad, VadLane } from '../vad/vad';

/** Judges by the frame's loudest sample, at once: 0.95 from 1,000 on, 0.45 from 500 on, else 0.02. */
export class FakeVad implements Vad {
  open(onProbability: OnProbability): VadLane {
    return {
      hasRoom: true,
      push: (frame) => onProbability(judge(frame), false),
      peek: (window) => onProbability(judge(window.subarray(contextSamples)), false),
      close: () => undefined,
    };
  }
}

function judge(frame: Int16Array): number {
  let loudest = 0;
  for (const sample of frame) if (sample > loudest) loudest = sample;
  if (loudest >= 1_000) return 0.95;
  return loudest >= 500 ? 0.45 : 0.02;
}

/** `frames` VAD frames of "speech" or silence. */
export const speech = (frames: number): Int16Array => new Int16Array(frames * frameSamples).fill(2_000);
export const silence = (frames: number): Int16Array => new Int16Array(frames * frameSamples);
/** Neither: between the stop and the start threshold. */
export const murmur = (frames: number): Int16Array => new Int16Array(frames * frameSamples).fill(700);
export const joined = (...parts: readonly Int16Array[]): Int16Array => concatInt16(parts);
