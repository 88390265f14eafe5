/** Hears one frame's speech probability, 0–1. `fallback`: judged by level alone, as the model is away. */
export type OnProbability = (probability: number, fallback: boolean) => void;

/** One stream's place in the shared VAD. Probabilities come back in the order of the frames. */
export interface VadLane {
  /** Whether a frame may be pushed now; a probability makes room again. */
  readonly hasRoom: boolean;
  /** Copies one frame of 512 samples (16 kHz). */
  push(frame: Int16Array): void;
  /** Has 512 samples judged in passing, given with the 64 before them: what is pushed later is judged as if it had not been. */
  peek(window: Int16Array): void;
  close(): void;
}

export interface Vad {
  /** Throws when every lane is taken. */
  open(onProbability: OnProbability): VadLane;
}
