import { limits } from '../deadlines';
import { onceFor } from '../once-for';
import { approvalsIn } from '../tools/approvals';
import { isWholeCall } from '../tools/pairing';
import type { Conversation, Entry } from './state';

/** Items that one brings with it, itself among them: its place is kept from when it is there. */
export const placesOf = { item: 1, call: 2, approval: 3 } as const;
const mostPlaces = 3;

/** What is still to come of the items of now. */
interface Awaited {
  /** Calls without an output behind them. */
  readonly calls: ReadonlySet<string>;
  /** Items that requests for approval bring: the answer to each, and the call that is made upon it. */
  readonly ofApprovals: number;
}

const awaited = onceFor((entries: readonly Entry[]): Awaited => {
  const calls = new Set<string>();
  const { answers, called } = approvalsIn(entries);
  let ofApprovals = 0;
  for (const { item } of entries) {
    if (isWholeCall(item)) calls.add(item.call_id);
    else if (item.type === 'function_call_output') calls.delete(item.call_id);
    else if (item.type === 'mcp_approval_request' && !called.has(item.id)) {
      const answer = answers.get(item.id);
      if (answer === undefined) ofApprovals += 2;
      else if (answer.approve) ofApprovals += 1;
    }
  }
  return { calls, ofApprovals };
});

/** Items that those of now will have. No full conversation keeps a call from its output. */
function owed(entries: readonly Entry[]): number {
  const { calls, ofApprovals } = awaited(entries);
  return calls.size + ofApprovals;
}

/** How many more items there may be. `kept`: places that are kept for others beside what the items will have. */
export function room({ entries }: Conversation, kept = 0): number {
  const left = limits.maxItems - entries.length;
  // Too few of them to owe anything that matters.
  return entries.length * mostPlaces < limits.maxItems ? left - kept : left - owed(entries) - kept;
}

/** Whether an item has a place that was kept for it. */
export const isOwed = (
  { entries }: Conversation,
  item: { readonly type?: string; readonly call_id?: string | undefined },
): boolean => {
  if (item.type === 'mcp_approval_response') return true;
  if (item.type !== 'function_call_output') return false;
  return item.call_id !== undefined && awaited(entries).calls.has(item.call_id);
};
