import type { HearingEvent } from '../turn/events';
import { speculationLimits } from '../speculation/state';
import { dropDraft, speculate } from './drafts';
import { activeOf } from './state';
import type { Step } from './step';

/** Follows the open turn: when it may be over, and what was said so far. */
export function foresee(step: Step, event: HearingEvent): void {
  const { speculation, turn } = step.state;
  const { prospect } = speculation;
  if (turn.open?.utterance !== event.utterance) return;
  const { utterance } = event;
  const current =
    prospect?.utterance === utterance
      ? prospect
      : { utterance, text: '', language: '', candidate: false, whole: false, starts: 0, draft: null };
  switch (event.type) {
    case 'speech_started':
      if (prospect?.utterance !== utterance) dropDraft(step, 'resumed');
      return step.set({ speculation: { ...step.state.speculation, prospect: current } });
    case 'partial':
      step.set({
        speculation: {
          ...speculation,
          prospect: {
            ...current,
            text: event.text,
            whole: (event.endProbability ?? 0) >= speculationLimits.wholeFrom,
          },
        },
      });
      return speculate(step);
    case 'turn_candidate':
      step.set({
        speculation: {
          ...speculation,
          prospect: {
            ...current,
            text: event.text || current.text,
            language: event.language,
            candidate: true,
          },
        },
      });
      return speculate(step);
    case 'turn_reopened':
    case 'speech_resumed':
      dropDraft(step, 'resumed');
      return step.set({
        speculation: {
          ...step.state.speculation,
          prospect: { ...current, draft: null, candidate: false, whole: false },
        },
      });
    default:
      return;
  }
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
