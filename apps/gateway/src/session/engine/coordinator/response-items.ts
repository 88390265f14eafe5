import { append, find, lastId, previousId, update } from '../conversation/items';
import { entryOf, type Entry } from '../conversation/state';
import { withoutTranscript } from '../conversation/truncate';
import type { ResponseOutput } from '../response/events';
import { isWholeCall } from '../tools/pairing';
import type { Live } from './state';
import type { Step } from './step';

export function itemOpened(
  step: Step,
  { response, knew }: Live,
  { outputIndex, item, call }: Extract<ResponseOutput, { type: 'item_opened' }>,
): void {
  step.emit({
    type: 'response.output_item.added',
    response_id: response.id,
    output_index: outputIndex,
    item,
  });
  if (!response.plan.conversational) return;
  const previousItemId = lastId(step.state.conversation);
  step.set({
    conversation: append(
      step.state.conversation,
      entryOf(item, { call: call ?? null, origin: { responseId: response.id, after: knew } }),
    ),
  });
  step.emit({ type: 'conversation.item.added', previous_item_id: previousItemId, item });
}

export function itemClosed(
  step: Step,
  live: Live,
  closed: Extract<ResponseOutput, { type: 'item_closed' }>,
): void {
  const { outputIndex, item } = closed;
  const { response } = live;
  const { conversation } = step.state;
  // Gone when the client deleted it meanwhile.
  const previousItemId = response.plan.conversational ? previousId(conversation, item.id) : undefined;
  if (previousItemId !== undefined) {
    const heard = heardOf(closed, step.ctx.nowMs);
    const closeEntry = (entry: Entry): Entry => ({
      ...entry,
      item: entry.truncated ? withoutTranscript(item) : item,
      spoken: closed.spoken,
      heardMs: entry.truncated ? entry.heardMs : heard,
    });
    step.set({ conversation: update(conversation, item.id, closeEntry) });
    const stored = find(step.state.conversation, item.id)?.item ?? item;
    step.do({ type: 'persist', change: { kind: 'item', previousItemId, item: stored } });
    step.emit({ type: 'conversation.item.done', previous_item_id: previousItemId, item });
    if (isWholeCall(item))
      step.set({ openCalls: [...step.state.openCalls, item.call_id], toolAnswered: false });
  }
  step.emit({ type: 'response.output_item.done', response_id: response.id, output_index: outputIndex, item });
}

/** Milliseconds heard of a message that is closed; null: all of it. The client's own truncation overrules this. */
function heardOf(
  { spoken, interrupted, playEndAtMs }: Extract<ResponseOutput, { type: 'item_closed' }>,
  nowMs: number,
): number | null {
  if (spoken === null) return null;
  if (!interrupted) return spoken.complete ? null : spoken.sentMs;
  return Math.max(0, Math.floor(spoken.sentMs - Math.max(0, playEndAtMs - nowMs)));
}
