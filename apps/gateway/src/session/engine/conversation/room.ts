import { limits } from '../deadlines';
import { onceFor } from '../once-for';
import { approvalsIn } from '../tools/approvals';
import { isWholeCall } from '../tools/pairing';
import type { Conversation, Entry } from './state';

/** Items that one brings with it, itself among them: its place is kept from when it is there. */
export const placesOf = { item: 1, call: 2, approval: 3 } as const;
const mostPlaces = 3;

/**
 * Items that those of now will have: the output of a call, the answer to a request and the call that is made upon it.
 * No full conversation keeps a call from its output.
 */
const owed = onceFor((entries: readonly Entry[]): number => {
  const open = new Set<string>();
  const { answers, called } = approvalsIn(entries);
  let approved = 0;
  for (const { item } of entries) {
    if (isWholeCall(item)) open.add(item.call_id);
    else if (item.type === 'function_call_output') open.delete(item.call_id);
    else if (item.type === 'mcp_approval_request' && !called.has(item.id)) {
      const answer = answers.get(item.id);
      if (answer === undefined) approved += 2;
      else if (answer.approve) approved += 1;
    }
  }
  return open.size + approved;
});

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
  const call = entries.findLast((entry) => isWholeCall(entry.item) && entry.item.call_id === item.call_id);
  return (
    call !== undefined &&
    !entries.some(
      (entry) => entry.item.type === 'function_call_output' && entry.item.call_id === item.call_id,
    )
  );
};
