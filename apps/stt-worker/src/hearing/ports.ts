import type { v1 } from '@parley/contracts';
import type { EndEstimator } from '../endpointing/estimators/estimator';
import type { Decision } from '../endpointing/policy/decision';
import type { EagernessRow } from '../endpointing/policy/eagerness';
import type { DecodePurpose } from '../transcription/utterance-types';

/** What the caller asked for. */
export interface HearingConfig {
  /** Absent = push-to-talk. */
  readonly turnDetection?: v1.TurnDetection.$Properties | null | undefined;
  readonly transcription?: v1.Transcription.$Properties | null | undefined;
  readonly expectedInput?: readonly v1.ExpectedInput[] | null | undefined;
  /** Absent = audio is heard as it comes. */
  readonly noiseReduction?: v1.NoiseReduction.$Properties | null | undefined;
}

/** How pauses are judged under `semantic_vad`. */
export interface Endpointing {
  estimator(): EndEstimator;
  /** There is a text model to read the words. */
  readonly reads?: boolean;
  /** Text that is not there so long after the last speech is not waited for, ms. */
  textWaitMs(): number;
  /** In place of the table's, to measure others. */
  readonly row?: EagernessRow;
}

/** A pause that the acoustic ear is to judge; answered by `listened`. */
export interface ListenOrder {
  readonly speechEndSample: number;
  /** The turn's last audio, to now. */
  readonly pcm: Int16Array;
  /** Samples of `pcm` before the pause. */
  readonly speechSamples: number;
}

/** Words that the text model is to judge; answered by `read`. */
export interface ReadOrder {
  readonly text: string;
  /** ISO-639-1; empty = unknown. */
  readonly language: string;
}

/** How a turn's pause was decided, for the log. */
export interface DecisionRecord extends Decision {
  readonly utterance: number;
  readonly revision: number;
}

/** A stretch to be decoded. */
export interface DecodeOrder extends DecodeKey {
  readonly utterance: number;
  readonly purpose: DecodePurpose;
  /** Where `pcm` begins. */
  readonly startSample: number;
  readonly pcm: Int16Array;
  /** ISO-639-1; empty = detect. */
  readonly language: string;
  /** Where it is detected: it is one of these, the likeliest first; empty = any. */
  readonly languages: readonly string[];
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
  listen(order: ListenOrder): void;
  read(order: ReadOrder): void;
  decided(record: DecisionRecord): void;
  /** A final decode that began in the pause is there so long after the last speech. */
  decodedInPause(afterSpeechMs: number): void;
  partialSkipped(): void;
  finished(times: FinalTimes): void;
  /** The engine id that decodes now. */
  engineId(): string;
}
