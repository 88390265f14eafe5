import type { v1 } from '@parley/contracts';
import type { DecodePurpose } from '../transcription/utterance-types';

/** What the caller asked for. */
export interface HearingConfig {
  /** Absent = push-to-talk. */
  readonly turnDetection?: v1.TurnDetection.$Properties | null | undefined;
  readonly transcription?: v1.Transcription.$Properties | null | undefined;
}

/** A stretch to be decoded. */
export interface DecodeOrder extends DecodeKey {
  readonly utterance: number;
  readonly purpose: DecodePurpose;
  readonly pcm: Int16Array;
  /** ISO-639-1; empty = detect. */
  readonly language: string;
  readonly prompt: string;
}

/** Names one decode of one turn; turn keys are the session's own, as a turn's number may still change. */
export interface DecodeKey {
  readonly turn: number;
  readonly jobId: number;
}

/** How long a finished turn took, ms. */
export interface FinalTimes {
  /** From the last speech to the final. */
  readonly afterSpeechMs: number;
  /** From the commit to the final. */
  readonly waitedMs: number;
}

/** The outside of a hearing session. Nothing here calls back into the session before it returns. */
export interface HearingPorts {
  nowMs(): number;
  emit(event: v1.HearingEvent.$Properties): void;
  /** Answered later by `decoded` or `decodeFailed`, unless dropped. */
  decode(order: DecodeOrder): void;
  drop(key: DecodeKey): void;
  /** Whether the engine has time to decode so much audio only to show it. */
  mayPartial(audioMs: number): boolean;
  pausing(pausing: boolean): void;
  partialSkipped(): void;
  finished(times: FinalTimes): void;
  /** The engine id that decodes now. */
  engineId(): string;
}
