import type { ConversationItem, ResponseParams } from '@parley/protocol';
import { startResponse } from './responses';
import { activeOf } from './state';
import type { Step } from './step';

/** An output for one of the calls; what a client writes into its history answers none. */
export function answered(step: Step, item: ConversationItem): void {
  const { openCalls, extras } = step.state;
  if (item.type !== 'function_call_output' || !openCalls.includes(item.call_id)) return;
  const left = openCalls.filter((callId) => callId !== item.call_id);
  step.set({ openCalls: left, toolAnswered: extras.answersTools && left.length === 0 });
}

/** For clients that want it so: all calls have their outputs, and the model goes on by itself. */
export function answerTools(step: Step): void {
  if (!step.state.toolAnswered || activeOf(step.state) !== undefined) return;
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
