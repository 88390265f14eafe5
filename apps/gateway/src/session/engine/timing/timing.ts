import {
  markTurn,
  stagesOf as durationsOf,
  turnStages,
  type Speculation,
  type TurnMark,
  type TurnMarks,
  type TurnStage,
} from '@parley/telemetry/turn-timing';
import type { Trace } from './trace';

export type Marks = TurnMarks;
export type Mark = TurnMark;
export type Speculated = Speculation;
export const mark = markTurn;

/** A stage as the client is told it: its unit in its name. */
export type Stage = `${TurnStage}_ms`;

const wireName = (stage: TurnStage): Stage => `${stage}_ms`;

export const stages: readonly Stage[] = turnStages.map(wireName);

/** The stages of one turn, each the milliseconds since the one before it; `voice_to_voice_ms` is the whole. */
export interface TurnTiming {
  readonly responseId: string;
  /** null: the response did not answer speech. */
  readonly itemId: string | null;
  readonly status: string;
  readonly stages: Readonly<Partial<Record<Stage, number>>>;
  /** Model streams and synthesis runs that had to be taken over by another worker. */
  readonly failovers: number;
  /** null: the session is not traced. */
  readonly trace: Trace | null;
  /** Whether the answer had been begun before the turn was over. */
  readonly speculation: Speculated;
}

export function stagesOf(marks: Marks): TurnTiming['stages'] {
  const durations = durationsOf(marks);
  const found: Partial<Record<Stage, number>> = {};
  for (const stage of turnStages) {
    const durationMs = durations[stage];
    if (durationMs !== undefined) found[wireName(stage)] = durationMs;
  }
  return found;
}
