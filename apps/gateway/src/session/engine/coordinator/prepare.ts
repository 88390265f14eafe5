import { planResponse } from '../response/plan';
import { modelRequest } from './context';
import { activeOf } from './state';
import type { Step } from './step';

/** Words of a conversation beyond which it is not sent again and again only to be read ahead. */
const maxPreparedChars = 16_000;

/** Lets the model read ahead what the next request begins with, while there is time. */
export function prepare(step: Step): void {
  const request = upcoming(step);
  if (request !== undefined) step.do({ type: 'prepare', request });
}

/** The same with the words of the turn that is being said; the last of them is often not yet whole. */
export function prepareWords(step: Step, heard: string): void {
  const words = heard.replace(/\s*\S+\s*$/, '');
  const request = words === '' ? undefined : upcoming(step);
  if (request === undefined) return;
  const size = request.messages.reduce(
    (sum, message) => sum + message.text.length,
    request.instructions.length,
  );
  if (size > maxPreparedChars) return;
  step.do({
    type: 'prepare',
    request: { ...request, messages: [...request.messages, { role: 'user', text: words }] },
  });
}

function upcoming(step: Step) {
  const { session, speculation } = step.state;
  if (session.type === 'transcription' || speculation.prospect?.draft != null) return undefined;
  if (activeOf(step.state) !== undefined) return undefined;
  // Images are read when they are asked about: a prompt is not sent again and again with all their bytes.
  if (step.state.conversation.imageBytes > 0) return undefined;
  const { plan } = planResponse(step.state.session, {}, step.state.conversation, step.ctx.ids);
  return plan === undefined ? undefined : modelRequest(step.state, plan, '', step.ctx.nowMs);
}
