/** Every delay and length of the transcription scheduler, ms. */
export interface TranscriptionTiming {
  /** Silence after which the final decode is started on the chance that the turn is over. */
  readonly earlyDecodeMs: number;
  /** Pause at which a long segment is cut, so that the last decode of a turn stays short. */
  readonly cutPauseMs: number;
  /** Segments shorter than this are not cut at such a pause. */
  readonly cutAfterMs: number;
  /** Pause that ends a segment of any length: nothing said before it helps to hear what comes after. */
  readonly longPauseMs: number;
  /** A segment without any pause is cut here at its quietest moment: Whisper hears 30 s at a time. */
  readonly longestSegmentMs: number;
  /** From this age on the quietest moment is looked for. */
  readonly quietestAfterMs: number;
  /** Audio kept before speech that opens a segment, and after speech that ends one. */
  readonly segmentPaddingMs: number;
  /** Speech before the first partial of a segment, and new audio before each further one. */
  readonly firstPartialMs: number;
  readonly partialStepMs: number;
  /** Partials under way at a time, and new audio before each: closer ones tell sooner what was said, and make nothing stable. */
  readonly partialsAtOnce: number;
  readonly glanceStepMs: number;
  /** A partial starts at the earliest so many times its predecessor's decode time after that one's start. */
  readonly partialRest: number;
  /** A final that is not there so long after the commit, and after the last stretch of the session that was read, has failed. */
  readonly finalDeadlineMs: number;
}

export const defaultTiming: TranscriptionTiming = {
  earlyDecodeMs: 64,
  cutPauseMs: 240,
  cutAfterMs: 4_000,
  longPauseMs: 1_500,
  longestSegmentMs: 24_000,
  quietestAfterMs: 16_000,
  segmentPaddingMs: 200,
  firstPartialMs: 700,
  partialStepMs: 600,
  partialsAtOnce: 1,
  glanceStepMs: 600,
  partialRest: 1.5,
  finalDeadlineMs: 10_000,
};

/** With an engine that takes many stretches at once, partials need not wait for each other. */
export const wideTiming = (timing: TranscriptionTiming): TranscriptionTiming => ({
  ...timing,
  firstPartialMs: 300,
  partialsAtOnce: 4,
  glanceStepMs: 80,
  partialRest: 1,
});

/** A partial that failed or was not wanted is tried again after this. */
export const partialBackoffMs = 2_000;

/** Decodes of one required stretch before it counts as failed. */
export const requiredAttempts = 2;
