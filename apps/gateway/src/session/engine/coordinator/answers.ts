import type { Failure } from '../response/state';
import { respond } from './outputs';
import { failAtOnce, startResponse } from './responses';
import { activeOf } from './state';
import type { Step } from './step';

/**
 * Who answers what was heard. A turn with words is owed an answer, and gets it when nobody speaks: at once, or
 * after the response that is running, or after the user who went on speaking. A turn without words is owed none.
 */
export function heard(step: Step): void {
  const active = activeOf(step.state);
  // A response that still waits for these words takes them into account by itself.
  if (active?.response.llm.status !== 'waiting') step.set({ owed: true });
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
  const active = activeOf(step.state);
  if (active?.response.llm.status === 'waiting') respond(step, active, { type: 'fail', failure });
  else if (answer && active === undefined && !step.state.owed && step.state.turn.open === null) {
    failAtOnce(step, failure);
  }
}
