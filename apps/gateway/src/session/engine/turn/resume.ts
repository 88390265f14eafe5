import { hearingSamplesPerMs } from '../deadlines';
import type { PendingTurn, TurnConfig, TurnState } from './state';

/** Where another stt-worker takes over. */
export interface ResumePoint {
  /** Audio from here on is replayed. */
  readonly startSample: number;
  readonly nextUtterance: number;
  /** Committed turns whose transcript is still owed, oldest first. */
  readonly owed: readonly PendingTurn[];
}

/** Audio before the live edge that a new worker hears when nothing is open: an onset may lie in it. */
const onsetMs = 500;

/** `deafFromSample`: what came since may have been heard by nobody. */
export function resumePoint(state: TurnState, config: TurnConfig, deafFromSample = Infinity): ResumePoint {
  const first = state.pending[0] ?? state.open;
  if (first !== undefined && first !== null) {
    return { startSample: first.startSample, nextUtterance: first.utterance, owed: state.pending };
  }
  const live = Math.min(state.receivedSamples - onsetMs * hearingSamplesPerMs, deafFromSample);
  return {
    startSample: config.detection === null ? state.bufferStart : Math.max(state.bufferStart, live, 0),
    nextUtterance: state.nextUtterance,
    owed: [],
  };
}
