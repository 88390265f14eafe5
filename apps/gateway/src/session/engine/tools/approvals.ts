import type { McpApprovalResponseItem } from '@parley/protocol';
import type { Entry } from '../conversation/state';

/** What became of the requests to approve calls, by their ids. */
export interface Approvals {
  /** The client's answers. */
  readonly answers: ReadonlyMap<string, McpApprovalResponseItem>;
  /** Requests that a call was made upon. */
  readonly called: ReadonlySet<string>;
}

/** In one walk: whoever asks of each request alone walks once for each of them. */
export function approvalsIn(entries: readonly Entry[]): Approvals {
  const answers = new Map<string, McpApprovalResponseItem>();
  const called = new Set<string>();
  for (const { item } of entries) {
    if (item.type === 'mcp_call' && item.approval_request_id !== null) called.add(item.approval_request_id);
    if (item.type !== 'mcp_approval_response' || answers.has(item.approval_request_id)) continue;
    answers.set(item.approval_request_id, item);
  }
  return { answers, called };
}

export const isAnswered = (entries: readonly Entry[], requestId: string): boolean =>
  entries.some(({ item }) => item.type === 'mcp_approval_response' && item.approval_request_id === requestId);

export const hasRequest = (entries: readonly Entry[], requestId: string): boolean =>
  entries.some(({ item }) => item.type === 'mcp_approval_request' && item.id === requestId);
