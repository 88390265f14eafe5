import type {
  ClientItem,
  ConversationItem,
  FunctionCallItem,
  FunctionCallOutputItem,
} from '@parley/protocol';
import type { Entry } from '../conversation/state';

export interface Pair {
  readonly call: FunctionCallItem;
  readonly output: FunctionCallOutputItem;
}

/** One that is to be answered: not one in the middle of which the answer ended. */
export const isWholeCall = (item: ConversationItem): item is FunctionCallItem =>
  item.type === 'function_call' && item.status === 'completed';

export const hasCall = (entries: readonly Entry[], callId: string): boolean =>
  entries.some(({ item }) => item.type === 'function_call' && item.call_id === callId);

/** What the model knows a call by; undefined: it is none, or a client's that gets one. */
export function callIdOf(item: ConversationItem | ClientItem): string | undefined {
  if (item.type === 'function_call') return item.call_id;
  return item.type === 'mcp_call' || item.type === 'mcp_approval_request' ? item.id : undefined;
}

/** Also one of a server's tool. */
export const isCallId = (entries: readonly Entry[], id: string): boolean =>
  entries.some(({ item }) => callIdOf(item) === id);

/**
 * Calls with their outputs, by the output's item id. Only a completed call counts, once, and only with an output
 * that stands after it: what is left over never reaches a model.
 */
export const pairs = (entries: readonly Entry[]): ReadonlyMap<string, Pair> => matched(entries).found;

/** `open`: the calls that have none, by their own ids. */
export function matched(entries: readonly Entry[]): {
  readonly found: ReadonlyMap<string, Pair>;
  readonly open: ReadonlyMap<string, FunctionCallItem>;
} {
  const open = new Map<string, FunctionCallItem>();
  const found = new Map<string, Pair>();
  for (const { item } of entries) {
    if (isWholeCall(item)) open.set(item.call_id, item);
    if (item.type !== 'function_call_output') continue;
    const call = open.get(item.call_id);
    if (call === undefined) continue;
    open.delete(item.call_id);
    found.set(item.id, { call, output: item });
  }
  return { found, open };
}
