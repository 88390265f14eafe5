import { EngineError } from '@parley/engines-kit';
import type { SpeechEngine, SpeechPart, SpeechRequest } from '../engines/engine';
import type { Piece } from '../normalisation/piece';
import type { SpokenText } from '../normalisation/spoken';
import type { Segment } from '../segmentation/segmenter';
import type { CastVoice } from '../voices/voice-registry';
import { Handoff } from './handoff';

/** One segment on its way from text to sent audio. */
export class SegmentSpeech {
  readonly parts = new Handoff<SpeechPart>();
  /** Resolves when its sending begins. */
  readonly begun: Promise<void>;
  firstPartMs = 0;
  synthesisMs = 0;
  #begin: () => void = () => undefined;

  constructor(
    readonly segment: Segment,
    readonly pieces: readonly Piece[],
    readonly spoken: SpokenText,
    readonly cast: CastVoice,
  ) {
    this.begun = new Promise((resolve) => {
      this.#begin = resolve;
    });
  }

  begin(): void {
    this.#begin();
  }

  /** Fills `parts`. Never rejects: a failure is told by `parts`, and by false. */
  async synthesize(request: SpeechRequest, signal: AbortSignal, now: () => number): Promise<boolean> {
    const startMs = now();
    try {
      if (this.spoken.words.length > 0) {
        for await (const part of speakTwice(this.cast.voice.engine, request, signal)) {
          if (this.firstPartMs === 0) this.firstPartMs = now() - startMs;
          this.parts.push(part);
        }
      }
      this.parts.end();
      return true;
    } catch (error) {
      this.parts.fail(error);
      return false;
    } finally {
      this.synthesisMs = now() - startMs;
    }
  }
}

/** Tries once more when the engine failed before it said anything and may do better. */
async function* speakTwice(
  engine: SpeechEngine,
  request: SpeechRequest,
  signal: AbortSignal,
): AsyncGenerator<SpeechPart> {
  let spoke = false;
  try {
    for await (const part of engine.speak(request, signal)) {
      spoke = true;
      yield part;
    }
    return;
  } catch (error) {
    if (spoke || signal.aborted || !EngineError.isInstance(error) || !error.retryable) throw error;
  }
  yield* engine.speak(request, signal);
}
