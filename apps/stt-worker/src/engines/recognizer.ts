export interface RecognizerCapabilities {
  /** ISO-639-1 codes; `any` when the engine knows too many to name. */
  readonly languages: 'any' | readonly string[];
  /** Whether the engine itself takes audio as it comes. Those that do not are fed stretch by stretch. */
  readonly streaming: boolean;
  readonly detectsLanguage: boolean;
  /** Whether readings carry word times. */
  readonly wordTimes: boolean;
  readonly confidence: boolean;
  /** Whether readings say how likely the turn is over: such an engine is believed, and nothing else is asked. */
  readonly endOfTurn: boolean;
  /** Hz of the audio it takes. */
  readonly sampleRate: number;
  /** Longest stretch at once, seconds. */
  readonly maxSeconds: number;
}

export interface RecognizeRequest {
  /** PCM16 mono at the engine's sample rate. */
  readonly pcm: Int16Array;
  /** ISO-639-1; empty = detect. */
  readonly language: string;
  /** Where it is detected: it is one of these, the likeliest first; empty = any. */
  readonly languages: readonly string[];
  readonly prompt: string;
  /** Only to be shown: may be less careful. */
  readonly partial: boolean;
  /** Higher goes first. */
  readonly priority: number;
  readonly timeoutMs: number;
  /** Number of the turn, for engines that make their text up. */
  readonly utterance: number;
  readonly signal?: AbortSignal;
}

export interface Recognition {
  readonly text: string;
  /** ISO-639-1; empty = unknown. */
  readonly language: string;
  /** 0–1; 0 = the engine does not say. */
  readonly confidence: number;
  /** The decode alone; undefined = the engine does not say. */
  readonly decodeMs: number | undefined;
  /** That the turn is over behind this audio, 0–1; undefined = the engine does not say. */
  readonly endOfTurn?: number | undefined;
}

/** One speech recogniser, `provider/model`. Every failure is an EngineError. */
export interface RecognizerEngine {
  readonly id: string;
  readonly capabilities: RecognizerCapabilities;
  /** Whether it can work now. */
  readonly ready: boolean;
  /** Decodes waiting or running, of every stream. */
  readonly busy: number;
  /** Decodes side by side. */
  readonly capacity: number;
  start(): Promise<void>;
  recognize(request: RecognizeRequest): Promise<Recognition>;
  stop(): Promise<void>;
}
