import type { AcousticReading } from '../acoustic/acoustic-ear';

/** What a pause in a turn can be judged by. */
export interface Evidence {
  /** All that was said up to the pause; undefined = not decoded yet. */
  readonly text: string | undefined;
  /** ISO-639-1; empty = unknown. */
  readonly language: string;
  /** The text model's log-odds against the language's threshold; undefined = it has no word on it. */
  readonly read?: number | undefined;
  /** The recogniser's own word on it, 0–1; undefined = it has none. */
  readonly endOfTurn?: number | undefined;
  /** undefined = not listened to, or not yet. */
  readonly acoustic: AcousticReading | undefined;
  /** Speech in the turn, ms. */
  readonly speechMs: number;
}

export type EstimatorName = 'fused' | 'text' | 'prosody' | 'smart-turn' | 'engine';

/** Says how likely a turn is over at a pause. */
export interface EndEstimator {
  readonly name: EstimatorName;
  /** What it listens to: waited for, within bounds, before it is asked. */
  readonly needs: { readonly text: boolean; readonly acoustic: boolean };
  /** 0–1; undefined = nothing there to judge by. */
  estimate(evidence: Evidence): number | undefined;
}
