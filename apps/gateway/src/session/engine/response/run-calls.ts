import type { Ctx } from '../ctx';
import { limits } from '../deadlines';
import type { CallResult, ServerTool } from '../tools/server-tool';
import type { ApprovedCall } from '../tools/state';
import { isJsonObject } from '../tools/told-call';
import type { ModelEvent } from './events';
import { pump, type ResponseStep } from './pump';
import type { ModelCall, Output, ResponseState, ServerCallOutput } from './state';

/** The model has made a call. One that may have been cut off waits for what comes next. */
export function called(response: ResponseState, made: ModelCall, ctx: Ctx): ResponseStep {
  const call = { ...made, argumentsJson: made.argumentsJson || '{}' };
  if (isJsonObject(call.argumentsJson)) return make(response, call, ctx);
  return pump({ ...response, doubtful: call }, ctx);
}

/** `event` follows the call: it was cut off where the answer ended before its time, and is made all the same where not. */
export function settleCall(response: ResponseState, event: ModelEvent, ctx: Ctx): ResponseStep {
  const { doubtful } = response;
  if (doubtful === null) return { response, out: [] };
  const settled = { ...response, doubtful: null };
  if (!endsEarly(event)) return make(settled, doubtful, ctx);
  const { callId, name, argumentsJson, tool = null } = doubtful;
  const cut: Output = { kind: 'cut_call', itemId: ctx.ids.item(), callId, name, argumentsJson, tool };
  return { response: { ...settled, outputs: [...settled.outputs, cut] }, out: [] };
}

const endsEarly = (event: ModelEvent): boolean =>
  event.type === 'model_failed' ||
  (event.type === 'finished' && (event.reason === 'length' || event.reason === 'content_filter'));

function make(
  response: ResponseState,
  { callId, name, argumentsJson, tool }: ModelCall,
  ctx: Ctx,
): ResponseStep {
  if (response.outputs.length >= limits.maxOutputs) return { response, out: [] };
  if (tool !== undefined) return serverCall(response, tool, name, argumentsJson, ctx);
  const call: Output = { kind: 'call', itemId: ctx.ids.item(), callId, name, argumentsJson };
  return pump({ ...response, outputs: [...response.outputs, call] }, ctx);
}

/** A call that needs no leave begins at once, whatever is being said meanwhile. */
function serverCall(
  response: ResponseState,
  tool: ServerTool,
  calledAs: string,
  argumentsJson: string,
  ctx: Ctx,
): ResponseStep {
  if (tool.kind === 'mcp' && tool.approval) {
    const approval = { kind: 'approval', itemId: ctx.ids.approval(), calledAs, tool, argumentsJson } as const;
    return pump({ ...response, outputs: [...response.outputs, approval] }, ctx);
  }
  const call = begun(tool, calledAs, argumentsJson, null, ctx);
  return withRuns(pump({ ...response, outputs: [...response.outputs, call] }, ctx), [call]);
}

const begun = (
  tool: ServerTool,
  calledAs: string,
  argumentsJson: string,
  approvalRequestId: string | null,
  ctx: Ctx,
): ServerCallOutput => ({
  kind: 'server_call',
  itemId: ctx.ids.item(),
  calledAs,
  tool,
  argumentsJson,
  approvalRequestId,
  open: false,
  result: null,
});

/** The response is nothing but these calls: no model is asked. */
export function run(response: ResponseState, approved: readonly ApprovedCall[], ctx: Ctx): ResponseStep {
  const calls = approved.map(({ call, argumentsJson, requestId }) =>
    begun(call.tool, call.name, argumentsJson, requestId, ctx),
  );
  const llm = { status: 'finished', reason: 'tool_calls' } as const;
  return withRuns(pump({ ...response, llm, outputs: calls }, ctx), calls);
}

const withRuns = (step: ResponseStep, calls: readonly ServerCallOutput[]): ResponseStep => ({
  response: step.response,
  out: [
    ...step.out,
    ...calls.map(({ itemId, tool, argumentsJson }) => ({
      type: 'run_tool' as const,
      itemId,
      tool,
      argumentsJson,
    })),
  ],
});

export function toolResult(
  response: ResponseState,
  itemId: string,
  result: CallResult,
  ctx: Ctx,
): ResponseStep {
  const at = response.outputs.findIndex(
    (output) => output.kind === 'server_call' && output.itemId === itemId && output.result === null,
  );
  const call = response.outputs[at];
  if (call?.kind !== 'server_call') return { response, out: [] };
  return pump({ ...response, outputs: response.outputs.with(at, { ...call, result }) }, ctx);
}
