import type { Ctx } from '../ctx';
import type { CallResult, ServerTool } from '../tools/server-tool';
import type { ApprovedCall } from '../tools/state';
import { pump, type ResponseStep } from './pump';
import type { ResponseState, ServerCallOutput } from './state';

/** A call that needs no leave begins at once, whatever is being said meanwhile. */
export function serverCall(
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
