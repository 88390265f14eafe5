import type { Ctx } from '../ctx';
import { perceived } from '../perception/perception';
import { reviewBackchannel, settleBackchannel } from './backchannels';
import { answerIfOwed } from './answers';
import { onClient } from './client';
import { dropDraft } from './drafts';
import type { EngineEvent } from './events';
import { reviewFillers, settleFiller } from './fillers';
import { soundingFiller } from './floor';
import { followUpIfDue, runApproved } from './follow-ups';
import { greet } from './greeting';
import { itemTranscribed } from './item-audio';
import { onLink } from './links';
import { listServers, toolsListed } from './listings';
import { onRemembered, remember } from './memory';
import { becomeReady } from './responses';
import { prepare } from './prepare';
import { profileHeard } from './announce';
import { answerTools, speakOfEarly } from './tool-answers';
import { activeOf, type Handled, type SessionState } from './state';
import { Step } from './step';
import { onTimer } from './timers';
import { awaitAnew, onHearing, reconsider, turnEvent } from './turns';
import { reviewPause } from './pause';
import { onToolResult } from './tool-results';
import { review } from './prospects';
import { rehearse, settleRehearsal } from './rehearsals';
import { onSpeech, release } from './voice';
import { onModel, onRouted } from './work';

/** The session engine: everything a session does, as a function of what happens to it. No I/O, no clock. */
export function nextInFull(state: SessionState, event: EngineEvent, ctx: Ctx): Handled {
  const step = new Step(state, ctx);
  const sounded = soundingFiller(state) !== undefined;
  handle(step, event);
  if (step.state.interruption.veils.length > 0) reconsider(step);
  becomeReady(step);
  answerIfOwed(step);
  runApproved(step);
  speakOfEarly(step);
  followUpIfDue(step);
  answerTools(step);
  review(step);
  reviewPause(step);
  settleAsides(step);
  reviewBackchannel(step);
  reviewFillers(step);
  rehearse(step);
  settleAsides(step);
  if (sounded && soundingFiller(step.state) === undefined) letAnswer(step);
  remember(step);
  leaveIfSpent(step, state);
  return { state: step.state, effects: step.effects };
}

/** Nothing more may be spent, and what was under way is over: once, when the second of both comes true. */
function leaveIfSpent(step: Step, before: SessionState): void {
  const { spent, live } = step.state;
  if (spent === null || live.length > 0) return;
  if (before.spent === null || before.live.length > 0) step.do({ type: 'spent_out', message: spent });
}

/** What is known of asides that are over; it may end others. */
function settleAsides(step: Step): void {
  for (let over = step.settled.shift(); over !== undefined; over = step.settled.shift()) {
    settleFiller(step, over);
    settleBackchannel(step, over);
    settleRehearsal(step, over);
  }
}

/** Nothing is said ahead of it any more. It may end at once, and something may follow. */
function letAnswer(step: Step): void {
  const active = activeOf(step.state);
  if (active === undefined) return;
  release(step, active.response.id);
  answerIfOwed(step);
  followUpIfDue(step);
}

function handle(step: Step, event: EngineEvent): void {
  switch (event.type) {
    case 'started':
      listServers(step, step.state.session.tools);
      greet(step);
      return prepare(step);
    case 'client':
      return onClient(step, event.event, event.extras);
    case 'audio_received':
      step.set({ lastAudioAtMs: step.ctx.nowMs });
      return turnEvent(step, { type: 'audio', samples: event.samples });
    case 'hearing':
      return onHearing(step, event.event);
    case 'hearing_goes_on':
      return awaitAnew(step, event.sample);
    case 'perceived': {
      step.set({ perception: perceived(step.state.perception, event.event, step.ctx.nowMs) });
      profileHeard(step, event.event);
      const { scope, perception } = event.event;
      const itemId = step.state.turn.open?.itemId ?? step.state.turnMarks?.itemId ?? null;
      return step.do({ type: 'extension', event: { type: 'parley.perception', itemId, scope, perception } });
    }
    case 'routed':
      return onRouted(step, event.generation, event.routing);
    case 'model':
      return onModel(step, event.generation, event.event);
    case 'speech':
      return onSpeech(step, event.generation, event.event);
    case 'item_transcribed':
      return itemTranscribed(step, event);
    case 'link':
      return onLink(step, event);
    case 'tools_listed':
      return toolsListed(step, event.itemId, event.tools, event.message);
    case 'tool_result':
      return onToolResult(step, event.itemId, event.result);
    case 'remembered':
      return onRemembered(step, event);
    case 'budget_spent':
      dropDraft(step, 'abandoned');
      return step.set({ spent: event.message });
    case 'timer':
      return onTimer(step, event.key);
  }
}
