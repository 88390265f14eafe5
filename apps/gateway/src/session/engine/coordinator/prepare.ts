import type { FunctionTool } from '@parley/protocol';
import { planResponse } from '../response/plan';
import { modelRequest } from './context';
import { activeOf } from './state';
import type { Step } from './step';

/** Words of a conversation beyond which it is not sent again and again only to be read ahead. */
const maxPreparedChars = 16_000;
/** The same of its tools, which may be those of many servers. */
const maxPreparedToolChars = 64_000;

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
  if (size > maxPreparedChars || toolChars(request.tools) > maxPreparedToolChars) return;
  step.do({
    type: 'prepare',
    request: { ...request, messages: [...request.messages, { role: 'user', text: words }] },
  });
}

const schemaChars = new WeakMap<object, number>();

const toolChars = (tools: readonly FunctionTool[]): number =>
  tools.reduce(
    (sum, { description = '', parameters = {} }) => sum + description.length + charsOf(parameters),
    0,
  );

/** Of a schema, which is the same object for every request. */
function charsOf(schema: object): number {
  const known = schemaChars.get(schema);
  if (known !== undefined) return known;
  const chars = JSON.stringify(schema).length;
  schemaChars.set(schema, chars);
  return chars;
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
