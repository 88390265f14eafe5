import type { TurnOutput } from '../turn/events';

/** Speech over the assistant that the client has not been told of: it may be nothing. */
export interface Veil {
  readonly utterance: number;
  /** The item it becomes if it is a turn after all. */
  readonly itemId: string;
  /** What the client would have been told. */
  readonly outputs: readonly TurnOutput[];
  readonly sinceMs: number;
  /** Speech up to when the voice last came or went. */
  readonly speechMs: number;
  /** When the voice came; null: it is silent. */
  readonly voicedSinceMs: number | null;
  readonly text: string;
  readonly final: boolean;
  readonly language: string;
  /** Where it began while one was in the air: the word of attention; else empty. */
  readonly backchannel: string;
  /** Times the assistant fell silent for it. */
  readonly pauses: number;
}

export interface InterruptionState {
  readonly veils: readonly Veil[];
  /** Since when the assistant is silent, to hear whether it is interrupted; null: it is not. */
  readonly pausedAtMs: number | null;
}

export const uninterrupted: InterruptionState = { veils: [], pausedAtMs: null };

export const interruptionLimits = {
  /** The assistant falls silent at the most so long at a time… */
  pauseMs: 1_000,
  /** …and so often for one who may only be clearing their throat. */
  pauses: 3,
  /** The least speech that the VAD takes for it. */
  onsetMs: 64,
  /** Less left to say than this is as good as said: who speaks answers it. */
  goesOnMs: 500,
} as const;

export const speechMsOf = ({ speechMs, voicedSinceMs }: Veil, nowMs: number): number =>
  speechMs + (voicedSinceMs === null ? 0 : Math.max(0, nowMs - voicedSinceMs));
