import { charsOf } from '../conversation/items';
import type { Entry } from '../conversation/state';
import { inOrderOfThought } from '../conversation/thought';
import { approvalsIn, type Approvals } from '../tools/approvals';
import { isWholeCall, pairs } from '../tools/pairing';

export interface PortionLimits {
  /** The newest items, which are left out. */
  readonly keepItems: number;
  readonly maxChars: number;
}

/** An output that has not come after so many items will never come. */
const abandonedItems = 50;

/** What the model is given of a conversation but for the words of the system, which nobody ever forgets. */
export const isTold = ({ item }: Entry): boolean =>
  item.type === 'message' ? item.role !== 'system' : item.type !== 'mcp_list_tools';

/**
 * The oldest part that is not remembered yet, in the order of thought: whole turns, up to where a user's begins. All of
 * it is over and said, and no call is parted from its output. Empty: there is none.
 */
export function portion(all: readonly Entry[], { keepItems, maxChars }: PortionLimits): readonly Entry[] {
  const fresh = inOrderOfThought(all).filter((entry) => entry.memory === 'fresh' && isTold(entry));
  const closed = closedUntil(fresh);
  const approvals = approvalsIn(all);
  let chars = 0;
  let end = 0;
  for (const [index, entry] of fresh.entries()) {
    if (index > fresh.length - keepItems) break;
    const fits = end === 0 || chars <= maxChars;
    if (!fits) break;
    if (index > 0 && startsTurn(entry) && closed[index] === true) end = index;
    if (!isOver(entry, approvals) && fresh.length - index < abandonedItems) break;
    chars += charsOf(entry);
  }
  return fresh.slice(0, end);
}

const startsTurn = ({ item, continues }: Entry): boolean =>
  item.type === 'message' && item.role === 'user' && !continues;

function isOver({ item, awaitingTranscript, call }: Entry, { answers, called }: Approvals): boolean {
  if (item.status === 'in_progress' || awaitingTranscript || call?.running === true) return false;
  // One that a client tells of is history.
  if (item.type !== 'mcp_approval_request' || call === null) return true;
  return answers.get(item.id)?.approve === false || called.has(item.id);
}

/** Whether all calls that stand before an entry have their outputs there too. */
function closedUntil(entries: readonly Entry[]): readonly boolean[] {
  const outputs = new Set([...pairs(entries).values()].map(({ call }) => call.call_id));
  const open = new Set<string>();
  return entries.map(({ item }, index) => {
    const closed = open.size === 0;
    const abandoned = entries.length - index >= abandonedItems;
    if (isWholeCall(item)) {
      if (outputs.has(item.call_id) || !abandoned) open.add(item.call_id);
    }
    if (item.type === 'function_call_output') open.delete(item.call_id);
    if (item.type === 'mcp_approval_request') open.add(item.id);
    if (item.type === 'mcp_approval_response') open.delete(item.approval_request_id);
    return closed;
  });
}
