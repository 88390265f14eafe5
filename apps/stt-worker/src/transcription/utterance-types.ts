import type { Agreement } from './agreement';

export interface Span {
  readonly startSample: number;
  readonly endSample: number;
}

/**
 * Why a stretch is decoded. `partial`: to show something. `early`: the turn may be over. `segment`: an inner piece
 * is closed. `final`: the turn is over and nothing covers its end. The last two are required.
 */
export type DecodePurpose = 'partial' | 'early' | 'segment' | 'final';

export interface Job {
  readonly id: number;
  readonly purpose: DecodePurpose;
  readonly span: Span;
}

/** A finished decode. */
export interface Reading {
  readonly span: Span;
  readonly text: string;
  /** ISO-639-1; empty = unknown. */
  readonly language: string;
  readonly decodeMs: number;
  /** 0–1; 0 = the engine does not say. */
  readonly confidence: number;
  /** That the turn is over behind it, 0–1; undefined = the engine does not say. */
  readonly endOfTurn?: number | undefined;
}

export interface DecodeFailure {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
}

/** A stretch of speech decoded as one. The last one of an utterance may be open. */
export interface Segment {
  readonly startSample: number;
  /** Undefined while open. */
  readonly endSample: number | undefined;
  /** End of the last frame judged to be speech. */
  readonly speechEndSample: number;
  /** Where the voice fell silent, by its level: the VAD tells of that late. */
  readonly voiceEndSample: number;
  readonly speechSamples: number;
  readonly peakProbability: number;
  readonly quietest: { readonly sample: number; readonly levelDbfs: number } | undefined;
  /** Under way, oldest first. */
  readonly jobs: readonly Job[];
  /** The newest finished decode of the open segment, or the accepted one of a closed segment. */
  readonly reading: Reading | undefined;
  /** Closed segments: the job whose result is awaited. */
  readonly awaited: number | undefined;
  readonly attempts: number;
  readonly failure: DecodeFailure | undefined;
  readonly agreement: Agreement;
  /** End of the newest pass that counted for it. */
  readonly agreedToSample: number;
}

export interface Closing {
  readonly startSample: number;
  readonly endSample: number;
  readonly atMs: number;
  readonly revision?: number;
}

export interface Utterance {
  readonly number: number;
  /** Partials are told to the caller: its SpeechStarted was. */
  readonly announced: boolean;
  readonly startSample: number;
  readonly segments: readonly Segment[];
  readonly nextJob: number;
  readonly nextPartialAtMs: number;
  /** The committed span; undefined while the turn is open. */
  readonly closing: Closing | undefined;
  /** Its final or failure was told. */
  readonly done: boolean;
}

export type UtteranceEffect =
  | {
      readonly kind: 'decode';
      readonly job: Job;
      /** Text said before this segment in the same turn. */
      readonly previousText: string;
    }
  | { readonly kind: 'drop'; readonly jobId: number }
  | { readonly kind: 'partial_skipped' }
  | {
      readonly kind: 'partial';
      readonly text: string;
      readonly stableChars: number;
      readonly heardToSample: number;
    }
  | {
      readonly kind: 'final';
      readonly text: string;
      readonly language: string;
      readonly confidence: number;
      readonly decodeMs: number;
      readonly closing: Closing;
    }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string; readonly closing: Closing };

/** What the VAD says of the newest frame of an open utterance. */
export interface Heard extends Span {
  /** Part of speech, as the endpointing machine sees it. */
  readonly speech: boolean;
  /** Where the voice in it ends, if it is speech; absent: at its end. */
  readonly voiceEndSample?: number;
  readonly probability: number;
  readonly levelDbfs: number;
  readonly nowMs: number;
  /** Whether the engine has time for a partial of the open segment. */
  readonly mayPartial: boolean;
}

export type UtteranceEvent =
  | ({ readonly kind: 'heard' } & Heard)
  | { readonly kind: 'closed'; readonly closing: Closing }
  | { readonly kind: 'decoded'; readonly jobId: number; readonly reading: Reading; readonly nowMs: number }
  | {
      readonly kind: 'decode_failed';
      readonly jobId: number;
      readonly failure: DecodeFailure;
      readonly nowMs: number;
    }
  /** `readAtMs`: when the newest stretch of the session was read; the turns before have to be, first. */
  | { readonly kind: 'tick'; readonly nowMs: number; readonly readAtMs: number };

export interface UtteranceStep {
  readonly state: Utterance;
  readonly effects: readonly UtteranceEffect[];
}
