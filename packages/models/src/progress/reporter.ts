import type { Model } from '../manifest/schema';

export type PullPhase = 'waiting' | 'downloading' | 'checking' | 'assembling';

export interface PullProgress {
  readonly phase: PullPhase;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

/** Hears what a pull does. Calls for different models interleave. */
export interface PullReporter {
  started(name: string, model: Model): void;
  progress(name: string, progress: PullProgress): void;
  /** Something people should know that does not end the pull, such as a source that failed. */
  note(name: string, message: string): void;
  /** @param failure why it failed, or undefined when it is in place */
  finished(name: string, outcome: 'present' | 'pulled' | 'failed', failure?: string): void;
}

export const silentReporter: PullReporter = {
  started: () => undefined,
  progress: () => undefined,
  note: () => undefined,
  finished: () => undefined,
};
