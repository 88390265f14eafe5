import { profileOverdue } from './announce';
import { deadlines } from '../deadlines';
import { overdue } from '../response/overdue';
import type { TimerKey } from './events';
import { backchannelEvent } from './backchannels';
import { fillerEvent } from './fillers';
import { waited } from './follow-up';
import { idleTimeoutMs } from './idle';
import { toolsListed } from './listings';
import { memoryOverdue } from './memory';
import { respond } from './outputs';
import { activeOf } from './state';
import type { Step } from './step';
import { reconsider, turnEvent } from './turns';
import { toolOverdue } from './tool-results';
import { release } from './voice';

export function onTimer(step: Step, key: TimerKey): void {
  if (key === 'commit') return turnEvent(step, { type: 'commit_overdue' });
  if (key === 'decide') return reconsider(step);
  if (key === 'idle') return onIdle(step);
  if (key === 'follow_up') return waited(step);
  if (key === 'muted') return step.setTools({ watchesUser: false });
  if (key === 'backchannel') return backchannelEvent(step, { type: 'due' });
  if (key === 'filler') return fillerEvent(step, { type: 'due' });
  if (key === 'memory') return memoryOverdue(step);
  if (key === 'rehear') {
    step.set({ rehearing: false });
    return turnEvent(step, { type: 'not_reheard' });
  }
  const id = key.slice(key.indexOf(':') + 1);
  if (key.startsWith('transcript:')) {
    return turnEvent(step, { type: 'transcript_overdue', itemId: id });
  }
  if (key.startsWith('profile:')) return profileOverdue(step, id);
  if (key.startsWith('pace:')) return release(step, id);
  if (key.startsWith('tool:')) return toolOverdue(step, id);
  if (key.startsWith('list:')) {
    step.do({ type: 'cancel_tool', itemId: id });
    return toolsListed(step, id, null, 'The server did not answer in time.');
  }
  watch(step, id);
}

/** The user had their time to speak and has not: their silence is answered. */
function onIdle(step: Step): void {
  const silenceMs = idleTimeoutMs(step.state.session);
  if (silenceMs === null || activeOf(step.state) !== undefined) return;
  turnEvent(step, { type: 'idle', silenceMs });
}

/** Looks at the waits of a response from time to time, rather than setting a timer for each. */
function watch(step: Step, responseId: string): void {
  const live = step.live(responseId);
  if (live === undefined) return;
  // What is held back is not awaited.
  const playEndAtMs = live.gate.held.length > 0 ? Infinity : live.clock.endAtMs;
  const failure = overdue(live.response, playEndAtMs, step.ctx.nowMs);
  if (failure === undefined) {
    step.do({ type: 'set_timer', key: `watch:${responseId}`, afterMs: deadlines.watchEveryMs });
    return;
  }
  respond(step, live, { type: 'fail', failure });
}
