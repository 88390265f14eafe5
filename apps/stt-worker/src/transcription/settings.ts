import { v1 } from '@parley/contracts';
import { languageSettings, type LanguageSettings } from './language';
import type { TranscriptionTiming } from './timing';

/** What the caller asked of the recogniser. */
export interface TranscriptionSettings extends LanguageSettings {
  readonly prompt: string;
  /** Words and names that are likely to be said. */
  readonly keywords: readonly string[];
  readonly delay: v1.Transcription.Delay;
}

export function transcriptionSettings(
  said: v1.Transcription.$Properties | null | undefined,
): TranscriptionSettings {
  return {
    ...languageSettings(said),
    prompt: said?.prompt ?? '',
    keywords: said?.keywords ?? [],
    delay: said?.delay ?? v1.Transcription.Delay.DELAY_UNSPECIFIED,
  };
}

type Pace = Pick<TranscriptionTiming, 'firstPartialMs' | 'partialStepMs'>;

const { Delay } = v1.Transcription;

/** Words are shown once two readings agree on them: the further apart those are, the more was heard in between. */
const paces: ReadonlyMap<v1.Transcription.Delay, Pace> = new Map([
  [Delay.MINIMAL, { firstPartialMs: 500, partialStepMs: 350 }],
  [Delay.MEDIUM, { firstPartialMs: 1_000, partialStepMs: 1_000 }],
  [Delay.HIGH, { firstPartialMs: 1_500, partialStepMs: 1_600 }],
  [Delay.XHIGH, { firstPartialMs: 2_500, partialStepMs: 2_500 }],
]);

/** `low`, and what nobody asked for, is the timing as it is. */
export function paced(timing: TranscriptionTiming, delay: v1.Transcription.Delay): TranscriptionTiming {
  const pace = paces.get(delay);
  return pace === undefined ? timing : { ...timing, ...pace };
}
