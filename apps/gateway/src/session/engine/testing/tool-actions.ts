import type { McpListedTool, McpTool, SessionPatch, Tool } from '@parley/protocol';
import type { SessionClientEvent } from '../../ports';
import type { Harness } from './harness';

/** One of the things a client may do about tools that run on the server. */
export function toolEvent(a: number, b: number, h: Harness): SessionClientEvent {
  switch (a % 4) {
    case 0:
      return {
        type: 'session.update',
        session: toolPatches[b % toolPatches.length] ?? { type: 'realtime' },
      };
    case 1: {
      const outOfBand = b % 2 === 0 ? { conversation: 'none' as const } : {};
      return { type: 'response.create', response: { ...outOfBand, tools: [calendar, search] } };
    }
    default:
      return approval(h, b);
  }
}

/** The answer to some request of the conversation, or to none. */
function approval(h: Harness, b: number): SessionClientEvent {
  const requests = h.state.conversation.entries.flatMap(({ item }) =>
    item.type === 'mcp_approval_request' ? [item.id] : [],
  );
  return {
    type: 'conversation.item.create',
    item: {
      type: 'mcp_approval_response',
      approval_request_id: requests[b % Math.max(1, requests.length)] ?? 'mcpr_none',
      approve: b % 3 !== 0,
      reason: null,
    },
  };
}

/** `add` runs at once, `book` needs leave. */
const calendar: McpTool = {
  type: 'mcp',
  server_label: 'calendar',
  server_url: 'https://calendar.example/mcp',
  require_approval: { never: { read_only: true } },
};
const search: Tool = { type: 'web_search', providerData: { max_results: 3, max_steps: 1 } };

export const serverTools: McpListedTool[] = [
  { name: 'add', description: '', input_schema: { type: 'object' }, annotations: { readOnlyHint: true } },
  { name: 'book', description: '', input_schema: { type: 'object' }, annotations: null },
];

export const toolPatches: readonly SessionPatch[] = [
  { type: 'realtime', tools: [calendar, search] },
  { type: 'realtime', tools: [calendar, { type: 'function', name: 'tool' }] },
  { type: 'realtime', tools: [search], tool_choice: 'required' },
  {
    type: 'realtime',
    tools: [calendar],
    tool_choice: { type: 'mcp', server_label: 'calendar' },
  },
  {
    type: 'realtime',
    tools: [calendar, search],
    parley: { tools: { add: { scheduling: 'interrupt' }, search: { on_interruption: 'cancel' } } },
  },
  { type: 'realtime', tools: [], tool_choice: 'auto' },
];
