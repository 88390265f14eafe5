import type { McpApprovalResponseItem } from '@parley/protocol';
import type { Entry } from '../conversation/state';

/** The client's answer to a request to approve a call; undefined: there is none yet. */
export const answerTo = (entries: readonly Entry[], requestId: string): McpApprovalResponseItem | undefined =>
  entries
    .map(({ item }) => item)
    .find(
      (item): item is McpApprovalResponseItem =>
        item.type === 'mcp_approval_response' && item.approval_request_id === requestId,
    );

export const hasRequest = (entries: readonly Entry[], requestId: string): boolean =>
  entries.some(({ item }) => item.type === 'mcp_approval_request' && item.id === requestId);
