import type { ClientItem, FunctionCallOutputItem, ResponseParams, Scheduling } from '@parley/protocol';
import { awaitsModel, type ResponseState } from '../response/state';
import { areAllAnswered, outputScheduling, responseOfCall } from '../tools/scheduling';
import type { EarlyOutputs } from '../tools/state';
import { followUpDue } from './follow-up';
import { respond } from './outputs';
import { isProtected } from './protection';
import { startResponse } from './responses';
import { activeOf } from './state';
import type { Step } from './step';
import { waitsForUser } from './user-floor';

/** A call has its output: it is spoken of when it is wanted. */
export function outputGiven(
  step: Step,
  { call_id: callId }: FunctionCallOutputItem,
  given: ClientItem,
): void {
  const own = given.type === 'function_call_output' ? given.parley?.scheduling : undefined;
  const { session, conversation } = step.state;
  const scheduling = outputScheduling(session.parley, conversation.entries, callId, own);
  answered(step, callId, scheduling === undefined);
  if (scheduling !== undefined && scheduling !== 'silent') keep(step, callId, scheduling);
  speakOfEarly(step);
}

function keep(step: Step, callId: string, scheduling: EarlyOutputs['scheduling']): void {
  const { tools, conversation } = step.state;
  const responseId = responseOfCall(conversation.entries, callId);
  const before = tools.early.find((other) => other.responseId === responseId);
  const strongest = before?.scheduling === 'interrupt' ? 'interrupt' : scheduling;
  const others = tools.early.filter((other) => other !== before);
  step.setTools({ early: [...others, { responseId, callId, scheduling: strongest }] });
}

/** A client may answer a call before the model has made the next: they are spoken of together. */
export function speakOfEarly(step: Step): void {
  for (const outputs of step.state.tools.early) {
    const { responseId, callId, scheduling } = outputs;
    const live = responseId === undefined ? undefined : step.live(responseId);
    if (live !== undefined && mayCallMore(live.response)) continue;
    if (!areAllAnswered(step.state.conversation.entries, callId)) continue;
    step.setTools({ early: step.state.tools.early.filter((other) => other !== outputs) });
    speakOf(step, scheduling);
  }
}

const mayCallMore = (response: ResponseState): boolean =>
  awaitsModel(response) || response.outputs.some(({ kind }, at) => at >= response.head && kind === 'call');

/** An output for one of the calls; what a client writes into its history answers none. */
function answered(step: Step, callId: string, unscheduled: boolean): void {
  const { openCalls, extras } = step.state;
  if (!openCalls.includes(callId)) return;
  const left = openCalls.filter((other) => other !== callId);
  step.set({ openCalls: left, toolAnswered: unscheduled && extras.answersTools && left.length === 0 });
}

/** Something that came of a tool is spoken of: not at all, as soon as nobody speaks, or now. */
export function speakOf(step: Step, scheduling: Scheduling): void {
  if (scheduling === 'silent') return;
  const active = activeOf(step.state);
  if (scheduling === 'interrupt' && active !== undefined && !isProtected(step))
    respond(step, active, { type: 'cancel', reason: 'turn_detected' });
  followUpDue(step);
}

/** For clients that want it so: all calls have their outputs, and the model goes on by itself. */
export function answerTools(step: Step): void {
  if (!step.state.toolAnswered || activeOf(step.state) !== undefined || waitsForUser(step)) return;
  startResponse(step, {}, { auto: true });
  step.set({ toolAnswered: false, toolResponse: activeOf(step.state)?.response.id ?? null });
}

/** Whether the client asks for the very response that began because its calls were answered. */
export function isUnderWay(step: Step, params: ResponseParams): boolean {
  const { toolResponse } = step.state;
  const active = activeOf(step.state);
  if (toolResponse === null || active?.response.id !== toolResponse || Object.keys(params).length > 0)
    return false;
  step.set({ toolResponse: null });
  return true;
}
