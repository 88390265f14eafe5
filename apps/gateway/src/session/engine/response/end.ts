import type { ResponseOutput } from './events';
import { closeMessage } from './message';
import type { ResponseStep } from './pump';
import { leaveCall } from './server-call';
import { awaitsModel, headMessage, type Failure, type ResponseState } from './state';

type Ended = Extract<ResponseOutput, { type: 'ended' }>;

/** How a response ends that came to its end by itself. */
export function end({ llm }: ResponseState): Ended {
  if (llm.status === 'failed') return failed(llm.failure);
  if (llm.status === 'finished' && llm.reason === 'length') {
    return incomplete('max_output_tokens');
  }
  if (llm.status === 'finished' && llm.reason === 'content_filter') {
    return incomplete('content_filter');
  }
  return { type: 'ended', status: 'completed', details: null };
}

/** Ends it now: work for it is abandoned, what is open is closed, what was not shown is dropped. */
export function stop(
  response: ResponseState,
  how:
    | { readonly reason: 'turn_detected' | 'client_cancelled' }
    | { readonly limit: 'max_output_tokens' }
    | { readonly failure: Failure },
): ResponseStep {
  const out: ResponseOutput[] = [];
  if (awaitsModel(response)) out.push({ type: 'abandon_model', generation: response.generation });
  const message = headMessage(response);
  let closed = response.closed;
  if (message !== undefined) {
    if (message.speech !== null && !message.speech.done) {
      out.push({ type: 'abandon_speech', generation: message.speech.generation });
    }
    const closing = closeMessage(response, message, response.head, 'incomplete', 'reason' in how);
    out.push(...closing.out);
    closed = [...closed, closing.item];
  }
  for (const [index, output] of response.outputs.entries()) {
    // What the server has begun to run the client is to know of.
    if (index < response.head || output.kind !== 'server_call') continue;
    const left = leaveCall(output, closed.length);
    out.push(...left.out);
    if (left.item !== null) closed = [...closed, left.item];
  }
  if ('failure' in how) out.push(failed(how.failure));
  else if ('limit' in how) out.push(incomplete(how.limit));
  else out.push({ type: 'ended', status: 'cancelled', details: { type: 'cancelled', reason: how.reason } });
  return { response: { ...response, closed, outputs: [], head: 0 }, out };
}

const incomplete = (reason: 'max_output_tokens' | 'content_filter'): Ended => ({
  type: 'ended',
  status: 'incomplete',
  details: { type: 'incomplete', reason },
});

const failed = (failure: Failure): Ended => ({
  type: 'ended',
  status: 'failed',
  details: { type: 'failed', error: { type: failure.type, code: failure.code, message: failure.message } },
});
