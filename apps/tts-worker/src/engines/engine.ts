import type { SpokenText } from '../normalisation/spoken';

export interface TimeSpan {
  readonly startMs: number;
  readonly endMs: number;
}

export interface SpeechRequest {
  /** The engine's own name of the voice. */
  readonly voice: string;
  /** ISO-639-1. */
  readonly language: string;
  readonly spoken: SpokenText;
  /** Factor of the voice's own speed. */
  readonly rate: number;
  /** Higher goes first when the engine is busy. */
  readonly priority: number;
}

/** Audio as it is made; the times of the words, one per spoken word, relative to that audio, once. */
export type SpeechPart =
  | { readonly kind: 'audio'; readonly samples: Float32Array; readonly sampleRate: number }
  | { readonly kind: 'words'; readonly words: readonly TimeSpan[] };

/**
 * Something that speaks. Throws an EngineError. `rate` is kept exactly by every engine, pitch and volume are done
 * to its audio.
 */
export interface SpeechEngine {
  /** The part of an engine id before the slash. */
  readonly name: string;
  readonly ready: boolean;
  speak(request: SpeechRequest, signal: AbortSignal): AsyncIterable<SpeechPart>;
}

/** A voice that can be asked for. */
export interface Voice {
  /** "piper/joe". */
  readonly id: string;
  readonly name: string;
  readonly engine: SpeechEngine;
  /** The engine's own name of it. */
  readonly engineVoice: string;
  /** ISO-639-1 codes it speaks. */
  readonly languages: readonly string[];
  readonly sampleRate: number;
  readonly aliases: readonly string[];
  /** Brings it to the loudness that all voices have. */
  readonly gainDb: number;
}
