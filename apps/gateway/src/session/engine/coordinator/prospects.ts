import type { HearingEvent } from '../turn/events';
import type { Prospect } from '../speculation/state';
import { dropDraft, speculate } from './drafts';
import { activeOf } from './state';
import type { Step } from './step';

/** Follows the open turn: when it may be over, and what was said so far. */
export function foresee(step: Step, event: HearingEvent): void {
  const { speculation, turn } = step.state;
  const { prospect } = speculation;
  if (turn.open?.utterance !== event.utterance) return;
  const { utterance } = event;
  const current = prospect?.utterance === utterance ? prospect : prospectOf(utterance);
  switch (event.type) {
    case 'speech_started':
      if (prospect?.utterance !== utterance) dropDraft(step, 'resumed');
      return put(step, current);
    case 'partial': {
      const { text, endProbability = 0, heardToSample = 0 } = event;
      put(step, { ...current, text, endProbability, heardToSample });
      return speculate(step);
    }
    case 'speech_paused':
      put(step, { ...current, silentFromSample: event.speechEndSample });
      return speculate(step);
    case 'turn_candidate': {
      const text = event.text || current.text;
      put(step, { ...current, text, language: event.language, candidate: true });
      return speculate(step);
    }
    case 'speech_resumed':
      // It may have been a stop within a word: what was begun is worth nothing only once there are more words.
      return put(step, { ...current, silentFromSample: null });
    case 'turn_reopened':
      dropDraft(step, 'resumed');
      return put(step, { ...current, draft: null, candidate: false });
    default:
      return;
  }
}

const prospectOf = (utterance: number): Prospect => ({
  utterance,
  text: '',
  language: '',
  endProbability: 0,
  heardToSample: 0,
  silentFromSample: null,
  candidate: false,
  starts: 0,
  draft: null,
});

function put(step: Step, prospect: Prospect): void {
  step.set({ speculation: { ...step.state.speculation, prospect } });
}

/** An answer begun early lasts no longer than the turn it was begun for, and gives way to any response. */
export function review(step: Step): void {
  const { speculation, turn } = step.state;
  const { prospect } = speculation;
  if (prospect === null) return;
  const known =
    turn.open?.utterance === prospect.utterance ||
    turn.pending.some(({ utterance }) => utterance === prospect.utterance);
  const alone = turn.pending.every(({ utterance }) => utterance === prospect.utterance);
  if (known && alone && activeOf(step.state) === undefined) return;
  dropDraft(step, 'abandoned');
  if (!known) step.set({ speculation: { ...step.state.speculation, prospect: null } });
}
