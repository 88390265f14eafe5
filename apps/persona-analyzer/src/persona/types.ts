import type { VoiceSummary } from '../features/summary';
import type { Measure, Measures } from './baseline';
import type { Estimate } from './traits';

/** One utterance of the caller as the gateway reports it. */
export interface Spoken {
  readonly utterance: number;
  readonly startSample: number;
  readonly endSample: number;
  /** Empty = not known: the speaking rate comes from the envelope. */
  readonly transcript: string;
  readonly language: string;
}

/** A stretch of speech, measured and set against the caller's habit. */
export interface Voice {
  readonly summary: VoiceSummary;
  readonly measures: Measures;
  readonly syllablesPerSecond: number;
  readonly rateSource: 'words' | 'envelope';
  readonly away: Readonly<Record<Measure, number>>;
  readonly familiarity: number;
}

export interface Traits {
  readonly emotion: readonly Estimate[];
  readonly age: readonly Estimate[];
  readonly accent: readonly Estimate[];
  readonly speakingRate: readonly Estimate[];
  readonly pitch: readonly Estimate[];
  readonly vocalStyle: readonly Estimate[];
}

export interface Perceived extends Traits {
  readonly pitchHz: number;
  readonly energyDbfs: number;
  readonly syllablesPerSecond: number;
}

export interface PerceivedEvent {
  readonly scope: 'chunk' | 'utterance';
  /** 0 = outside any utterance. */
  readonly utterance: number;
  readonly startSample: number;
  readonly endSample: number;
  readonly perception: Perceived;
}
