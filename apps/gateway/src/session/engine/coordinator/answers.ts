import type { Failure } from '../response/state';
import { waitForUser } from './idle';
import { respond } from './outputs';
import { failAtOnce, startResponse } from './responses';
import { activeOf, type Live } from './state';
import type { Step } from './step';

/**
 * Who answers what was heard. A turn with words is owed an answer, and gets it when nobody speaks: at once, or
 * after the response that is running, or after the user who went on speaking. A turn without words is owed none.
 */
export function heard(step: Step): void {
  // A response that still waits for these words takes them into account by itself.
  if (awaiting(step) === undefined) step.set({ owed: true });
}

/** A turn came to nothing: if nobody else is to speak, the user has their time again. */
export function nothingSaid(step: Step): void {
  if (activeOf(step.state) === undefined && !step.state.owed) waitForUser(step);
}

/** The response that has not asked its model yet, and will show it all that was heard. */
function awaiting({ state }: Step): Live | undefined {
  const active = activeOf(state);
  const waits = active?.response.llm.status === 'waiting' && active.response.plan.input === null;
  return waits ? active : undefined;
}

export function answerIfOwed(step: Step): void {
  const { owed, session, turn } = step.state;
  if (!owed) return;
  if (session.audio.input.turn_detection?.create_response !== true) {
    step.set({ owed: false });
    return;
  }
  if (activeOf(step.state) !== undefined || turn.open !== null || turn.pending.length > 0) return;
  startResponse(step, {}, { auto: true });
}

/** The words of a turn could not be had: the client is told by a response that failed. */
export function unheard(step: Step, code: string, message: string, answer: boolean): void {
  const failure: Failure = { type: 'server_error', code, message };
  const waits = awaiting(step);
  if (waits !== undefined) return respond(step, waits, { type: 'fail', failure });
  const free = activeOf(step.state) === undefined && !step.state.owed && step.state.turn.open === null;
  if (answer && free) failAtOnce(step, failure);
  else nothingSaid(step);
}
