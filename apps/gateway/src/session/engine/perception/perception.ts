/** One trait of the caller's voice, as estimated. */
export interface Estimate {
  readonly label: string;
  readonly confidence: number;
}

export interface Perception {
  readonly emotion: readonly Estimate[];
  readonly age: readonly Estimate[];
  readonly accent: readonly Estimate[];
  readonly speakingRate: readonly Estimate[];
  readonly pitch: readonly Estimate[];
  readonly vocalStyle: readonly Estimate[];
  readonly pitchHz: number;
  readonly energyDbfs: number;
  readonly syllablesPerSecond: number;
  /** The traits whose first label is right far more often than not. */
  readonly sure: readonly string[];
}

export interface PerceptionEvent {
  readonly scope: 'chunk' | 'utterance';
  readonly utterance: number;
  readonly startSample: number;
  readonly endSample: number;
  readonly perception: Perception;
}

export interface PerceptionState {
  readonly latest: Perception | null;
  readonly scope: PerceptionEvent['scope'];
  readonly atMs: number;
}

export const noPerception: PerceptionState = { latest: null, scope: 'chunk', atMs: 0 };

/** A whole utterance tells more than a chunk of it, for so long. */
const utteranceHoldsMs = 3_000;
/** A mood is half as certain after so long, and then no longer sure; below the floor nothing is believed at all. */
const halfLifeMs = 60_000;
const floor = 0.15;

export function perceived(state: PerceptionState, event: PerceptionEvent, nowMs: number): PerceptionState {
  const holds = state.scope === 'utterance' && nowMs - state.atMs < utteranceHoldsMs;
  if (event.scope === 'chunk' && holds) return state;
  return { latest: event.perception, scope: event.scope, atMs: nowMs };
}

/** What is still believed of the caller's voice; null: nothing. */
export function currentPerception({ latest, atMs }: PerceptionState, nowMs: number): Perception | null {
  if (latest === null) return null;
  const weight = 0.5 ** (Math.max(0, nowMs - atMs) / halfLifeMs);
  if (weight < floor) return null;
  const fade = (estimates: readonly Estimate[]): Estimate[] =>
    estimates.map(({ label, confidence }) => ({ label, confidence: confidence * weight }));
  return {
    ...latest,
    emotion: fade(latest.emotion),
    age: fade(latest.age),
    accent: fade(latest.accent),
    speakingRate: fade(latest.speakingRate),
    pitch: fade(latest.pitch),
    vocalStyle: fade(latest.vocalStyle),
    sure: weight > 0.5 ? latest.sure : [],
  };
}
