import { v1 } from '@parley/contracts';

/** One stream's noise reduction. Each `push` and each `flush` is answered by one `onAudio`, in order. */
export interface DenoiseLane {
  /** Copies the samples. */
  push(pcm: Int16Array): void;
  /** What is still inside comes out; what comes next begins anew. */
  flush(): void;
  close(): void;
}

export type OnAudio = (pcm: Int16Array) => void;

export interface Denoiser {
  open(reduction: v1.NoiseReduction.$Properties, onAudio: OnAudio): DenoiseLane;
}

const { Type } = v1.NoiseReduction;

/**
 * How far noise is lowered, dB. A voice close to its microphone is far louder than the noise, and suffers from more;
 * one across the room is not.
 */
const lowering: Readonly<Record<number, number>> = { [Type.NEAR_FIELD]: 12, [Type.FAR_FIELD]: 30 };

/** What is left of the noise, as a factor. */
export function noiseFloor({ type, strength }: v1.NoiseReduction.$Properties): number {
  const least = 10 ** (-(lowering[type ?? 0] ?? 0) / 20);
  return 1 - (strength ?? 0) * (1 - least);
}
