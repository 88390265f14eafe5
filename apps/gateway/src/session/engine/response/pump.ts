import type { FunctionCallItem, OutputItem } from '@parley/protocol';
import type { Ctx } from '../ctx';
import { end } from './end';
import type { ResponseOutput } from './events';
import { advanceMessage, closeMessage } from './message';
import { advanceCall, showApproval, showCutCall } from './server-call';
import { awaitsModel, type CallOutput, type ResponseState } from './state';

export interface ResponseStep {
  readonly response: ResponseState;
  readonly out: readonly ResponseOutput[];
}

/**
 * Sends what can be sent: the outputs one after the other, each whole (opened, its content, closed) before the
 * next begins, and the end of the response once the model is done and nothing is left.
 */
export function pump(state: ResponseState, ctx: Ctx): ResponseStep {
  let response = state;
  const out: ResponseOutput[] = [];
  for (;;) {
    const output = response.outputs[response.head];
    if (output === undefined) break;
    const index = response.head;
    if (output.kind === 'call') {
      const call = showCall(output, index);
      out.push(...call.out);
      response = closeHead(response, call.item);
      continue;
    }
    if (output.kind === 'cut_call') {
      const call = showCutCall(output, index);
      out.push(...call.out);
      response = closeHead(response, call.item);
      continue;
    }
    if (output.kind === 'approval') {
      const approval = showApproval(output, index);
      out.push(...approval.out);
      response = closeHead(response, approval.item);
      continue;
    }
    if (output.kind === 'server_call') {
      const call = advanceCall(output, index);
      out.push(...call.out);
      response = { ...response, outputs: response.outputs.with(index, call.output) };
      if (call.item === null) break;
      response = closeHead(response, call.item);
      continue;
    }
    const advance = advanceMessage(response, output, index, ctx);
    out.push(...advance.out);
    const fed = advance.output.speech !== output.speech;
    response = {
      ...response,
      outputs: response.outputs.with(index, advance.output),
      speechAtMs: fed ? ctx.nowMs : response.speechAtMs,
    };
    if (!advance.finished) break;
    const closed = closeMessage(response, advance.output, index, lastStatus(response, index), false);
    out.push(...closed.out);
    response = closeHead(response, closed.item);
  }
  const drained = response.head === response.outputs.length;
  if (drained && !awaitsModel(response) && response.llm.status !== 'waiting') out.push(end(response));
  return { response, out };
}

const closeHead = (response: ResponseState, item: OutputItem): ResponseState => ({
  ...response,
  head: response.head + 1,
  closed: [...response.closed, item],
});

/** The last words of an answer that was not finished are incomplete. */
function lastStatus({ llm, outputs }: ResponseState, index: number): 'completed' | 'incomplete' {
  if (index < outputs.length - 1) return 'completed';
  if (llm.status === 'failed') return 'incomplete';
  const cut = llm.status === 'finished' && (llm.reason === 'length' || llm.reason === 'content_filter');
  return cut ? 'incomplete' : 'completed';
}

function showCall(call: CallOutput, outputIndex: number): { item: OutputItem; out: ResponseOutput[] } {
  const { itemId, callId, name, argumentsJson: json } = call;
  const base = { id: itemId, type: 'function_call', name, call_id: callId } as const;
  const opened: FunctionCallItem = { ...base, status: 'in_progress', arguments: '' };
  const item: FunctionCallItem = { ...base, status: 'completed', arguments: json };
  return {
    item,
    out: [
      { type: 'item_opened', outputIndex, item: opened },
      { type: 'arguments', outputIndex, itemId, callId, name, json },
      { type: 'item_closed', outputIndex, item, spoken: null, playEndAtMs: 0, interrupted: false },
    ],
  };
}
