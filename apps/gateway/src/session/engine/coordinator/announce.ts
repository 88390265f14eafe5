import { currentPerception, type Perception, type PerceptionEvent } from '../perception/perception';
import type { PendingTurn } from '../turn/state';
import type { Step } from './step';
import { transcriptSeconds } from './wire';

type Span = Pick<PendingTurn, 'itemId' | 'startSample' | 'endSample'>;

/** A turn whose words are known, and are told as soon as it is known how they were said. */
export interface Unannounced extends Span {
  readonly utterance: number;
  readonly transcript: string;
}

/** The analysis goes on while the caller speaks: what is missing at the end of a turn comes at once or not at all. */
const waitMs = 500;

export function announce(
  step: Step,
  { itemId, startSample, endSample }: Span,
  transcript: string,
  perception?: Perception,
): void {
  step.emit(
    {
      type: 'conversation.item.input_audio_transcription.completed',
      item_id: itemId,
      content_index: 0,
      transcript,
      usage: { type: 'duration', seconds: transcriptSeconds(startSample, endSample) },
    },
    perception && { perception },
  );
}

/** The words of a turn, for clients that want to know with how they were said. */
export function announceWithProfile(step: Step, turn: Unannounced): void {
  step.set({ unannounced: [...step.state.unannounced, turn] });
  step.do({ type: 'set_timer', key: `profile:${turn.itemId}`, afterMs: waitMs });
}

export function profileHeard(step: Step, { scope, utterance, perception }: PerceptionEvent): void {
  if (scope !== 'utterance') return;
  const turn = step.state.unannounced.find((other) => other.utterance === utterance);
  if (turn === undefined) return;
  step.do({ type: 'clear_timer', key: `profile:${turn.itemId}` });
  settle(step, turn, perception);
}

export function profileOverdue(step: Step, itemId: string): void {
  const turn = step.state.unannounced.find((other) => other.itemId === itemId);
  if (turn === undefined) return;
  settle(step, turn, currentPerception(step.state.perception, step.ctx.nowMs) ?? undefined);
}

function settle(step: Step, turn: Unannounced, perception: Perception | undefined): void {
  step.set({ unannounced: step.state.unannounced.filter((other) => other !== turn) });
  announce(step, turn, turn.transcript, perception);
}
