import type { FunctionCallItem, McpApprovalRequestItem, McpCallItem, OutputItem } from '@parley/protocol';
import { labelOf, toolNameOf } from '../tools/server-tool';
import type { ResponseOutput } from './events';
import type { ApprovalOutput, CutCallOutput, ServerCallOutput } from './state';

export interface CallAdvance {
  readonly output: ServerCallOutput;
  readonly out: readonly ResponseOutput[];
  /** Closed with this item; null: it still runs. */
  readonly item: McpCallItem | null;
}

const itemOf = (call: ServerCallOutput, over: Partial<McpCallItem>): McpCallItem => ({
  id: call.itemId,
  type: 'mcp_call',
  status: 'completed',
  server_label: labelOf(call.tool),
  name: toolNameOf(call.tool),
  arguments: call.argumentsJson,
  approval_request_id: call.approvalRequestId,
  output: null,
  error: null,
  ...over,
});

/** Shows of a call what can be shown: that it runs, and its result once there is one. */
export function advanceCall(call: ServerCallOutput, outputIndex: number): CallAdvance {
  const out: ResponseOutput[] = [];
  const at = { outputIndex, itemId: call.itemId };
  if (!call.open) {
    const opened = itemOf(call, { status: 'in_progress', arguments: '' });
    out.push({ type: 'item_opened', outputIndex, item: opened, call: entryCall(call) });
    out.push({ type: 'server_arguments', json: call.argumentsJson, ...at });
    out.push({ type: 'server_call', what: 'in_progress', ...at });
  }
  const output = { ...call, open: true };
  const { result } = call;
  if (result === null) return { output, out, item: null };
  const item = itemOf(call, result.error === undefined ? { output: result.output } : { error: result.error });
  out.push({ type: 'server_call', what: result.error === undefined ? 'completed' : 'failed', ...at });
  out.push(closed(item, outputIndex));
  return { output, out, item };
}

/** The response ends, and the call has no result yet. */
export function leaveCall(call: ServerCallOutput, outputIndex: number): CallAdvance {
  const shown = advanceCall(call, outputIndex);
  if (shown.item !== null) return shown;
  const item = itemOf(call, { status: 'incomplete' });
  return { output: shown.output, out: [...shown.out, closed(item, outputIndex)], item };
}

export function showApproval(
  approval: ApprovalOutput,
  outputIndex: number,
): { readonly item: McpApprovalRequestItem; readonly out: readonly ResponseOutput[] } {
  const item: McpApprovalRequestItem = {
    id: approval.itemId,
    type: 'mcp_approval_request',
    status: 'completed',
    server_label: labelOf(approval.tool),
    name: toolNameOf(approval.tool),
    arguments: approval.argumentsJson,
  };
  const opened: McpApprovalRequestItem = { ...item, status: 'in_progress' };
  return {
    item,
    out: [
      { type: 'item_opened', outputIndex, item: opened, call: entryCall(approval) },
      closed(item, outputIndex),
    ],
  };
}

/** Nothing says that its arguments are there: they are not. */
export function showCutCall(
  { itemId, callId, name, argumentsJson, tool }: CutCallOutput,
  outputIndex: number,
): { readonly item: OutputItem; readonly out: readonly ResponseOutput[] } {
  const call = tool === null ? null : { name, tool, running: false };
  const item: FunctionCallItem | McpCallItem =
    tool === null
      ? { ...{ id: itemId, type: 'function_call', name, call_id: callId }, ...cut(argumentsJson) }
      : {
          ...{ id: itemId, type: 'mcp_call', server_label: labelOf(tool), name: toolNameOf(tool) },
          ...{ approval_request_id: null, output: null, error: null, ...cut(argumentsJson) },
        };
  const opened = { ...item, status: 'in_progress', arguments: '' } as const;
  return {
    item,
    out: [
      { type: 'item_opened', outputIndex, item: opened, ...(call === null ? {} : { call }) },
      closed(item, outputIndex),
    ],
  };
}

const cut = (json: string) => ({ status: 'incomplete', arguments: json }) as const;

const entryCall = ({ calledAs: name, tool }: ServerCallOutput | ApprovalOutput) => ({
  name,
  tool,
  running: false,
});

const closed = (item: OutputItem, outputIndex: number): ResponseOutput => ({
  type: 'item_closed',
  outputIndex,
  item,
  spoken: null,
  playEndAtMs: 0,
  interrupted: false,
});
