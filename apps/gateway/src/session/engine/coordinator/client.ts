import { requestError, type ErrorCode } from '@parley/protocol';
import type { ClientExtras } from '../../extras';
import type { SessionClientEvent } from '../../ports';
import { create } from '../conversation/create';
import { behaviourOf } from '../behaviour';
import { find, remove, withoutImages } from '../conversation/items';
import { truncate } from '../conversation/truncate';
import { newTurn } from '../filler/next';
import { interrupted } from '../playout/clock';
import { headMessage } from '../response/state';
import { respond } from './outputs';
import { approvalAnswered } from './follow-up';
import { cancelResponse, startResponse } from './responses';
import { keptForAll } from './room';
import { activeOf } from './state';
import { isProtected } from './protection';
import { isUnderWay, outputGiven } from './tool-answers';
import { updateSession } from './session-update';
import type { Step } from './step';
import { turnEvent } from './turns';

type Of<T extends SessionClientEvent['type']> = Extract<SessionClientEvent, { type: T }>;

/** What the client asks for. */
export function onClient(step: Step, event: SessionClientEvent, extras: ClientExtras = {}): void {
  switch (event.type) {
    case 'session.update':
      return updateSession(step, event, extras.session);
    case 'input_audio_buffer.commit':
      return turnEvent(step, { type: 'commit' }, event.event_id);
    case 'input_audio_buffer.clear':
      return turnEvent(step, { type: 'clear' });
    case 'conversation.item.create':
      return createItem(step, event);
    case 'conversation.item.retrieve':
      return retrieve(step, event);
    case 'conversation.item.delete':
      return deleteItem(step, event);
    case 'conversation.item.truncate':
      return truncateItem(step, event);
    case 'response.create':
      if (isUnderWay(step, event.response ?? {})) return;
      return startResponse(step, event.response ?? {}, { auto: false, eventId: event.event_id });
    case 'response.cancel':
      return cancelResponse(step, event.response_id, event.event_id);
    case 'output_audio_buffer.clear':
      // For transports where the server plays the audio; over a WebSocket the client holds the buffer itself.
      return;
  }
}

function createItem(step: Step, event: Of<'conversation.item.create'>): void {
  const make = () => {
    const { conversation, live } = step.state;
    return create(conversation, event.item, event.previous_item_id, step.ctx.ids, keptForAll(live));
  };
  const first = make();
  if (first.error !== undefined) return step.error(first.error, event.event_id);
  // Made again: what is said of the answer that was cut off stands before it.
  const creation = interruptedByText(step, event.item) ? make() : first;
  if (creation.error !== undefined) return step.error(creation.error, event.event_id);
  const { conversation, item, previousItemId, audio, known } = creation.ok;
  step.set({ conversation });
  if (item.type === 'message' && item.role === 'user')
    step.set({ filler: newTurn(step.state.filler), idlePrompts: 0 });
  const shown = { previous_item_id: previousItemId, item: withoutImages(item) };
  step.emit({ type: 'conversation.item.added', ...shown });
  step.do({ type: 'persist', change: { kind: 'item', previousItemId, item } });
  step.emit({ type: 'conversation.item.done', ...shown });
  if (item.type === 'mcp_approval_response') approvalAnswered(step, item);
  for (const part of known) step.do({ type: 'keep_given', itemId: item.id, ...part });
  for (const part of audio) step.do({ type: 'transcribe_item', itemId: item.id, ...part });
  if (item.type === 'function_call_output') outputGiven(step, item, event.item);
}

/** Where the session wants it, what the user types ends what the assistant says. */
function interruptedByText(step: Step, item: Of<'conversation.item.create'>['item']): boolean {
  if (!behaviourOf(step.state.session, step.state.defaults).interruption.textInput) return false;
  if (item.type !== 'message' || item.role !== 'user') return false;
  if (!item.content.some((part) => part.type === 'input_text')) return false;
  const active = activeOf(step.state);
  if (active === undefined || isProtected(step)) return false;
  respond(step, active, { type: 'cancel', reason: 'turn_detected' });
  step.do({ type: 'observe', what: 'barge_in', label: 'text' });
  return true;
}

function retrieve(step: Step, event: Of<'conversation.item.retrieve'>): void {
  const entry = find(step.state.conversation, event.item_id);
  if (entry === undefined) return noItem(step, 'item_retrieve_invalid_item_id', event);
  step.do({ type: 'emit_item', item: entry.item });
}

function deleteItem(step: Step, event: Of<'conversation.item.delete'>): void {
  const entry = find(step.state.conversation, event.item_id);
  if (entry === undefined) return noItem(step, 'item_delete_invalid_item_id', event);
  step.set({ conversation: remove(step.state.conversation, event.item_id) });
  if (entry.item.status !== 'in_progress') {
    step.do({ type: 'persist', change: { kind: 'delete', itemId: event.item_id } });
  }
  step.do({ type: 'drop_audio', itemId: event.item_id });
  step.emit({ type: 'conversation.item.deleted', item_id: event.item_id });
}

function truncateItem(step: Step, event: Of<'conversation.item.truncate'>): void {
  const { item_id: itemId, content_index: contentIndex, audio_end_ms: audioEndMs } = event;
  const entry = find(step.state.conversation, itemId);
  const cut = { itemId, contentIndex, audioEndMs };
  if (step.state.filler.itemIds.includes(itemId)) {
    // Nobody remembers any of it. Told that it was cut, OpenAI's Agents SDK would ask for an item that is in no conversation.
    return step.set({ clock: interrupted(step.state.clock, step.ctx.nowMs) });
  }
  const result = truncate(step.state.conversation, entry, sentMsOf(step, itemId), cut);
  if (result.error !== undefined) return step.error(result.error, event.event_id);
  step.set({ conversation: result.conversation });
  const item = find(step.state.conversation, itemId)?.item;
  if (item !== undefined && item.status !== 'in_progress') {
    step.do({ type: 'persist', change: { kind: 'truncate', contentIndex, audioEndMs, item } });
  }
  // Whoever truncates has stopped playing.
  step.set({ clock: interrupted(step.state.clock, step.ctx.nowMs) });
  const endMs = Math.max(0, audioEndMs - (entry?.leadInMs ?? 0));
  step.do({ type: 'truncate_audio', itemId, endMs });
  step.emit({
    type: 'conversation.item.truncated',
    item_id: itemId,
    content_index: contentIndex,
    audio_end_ms: audioEndMs,
  });
}

/** Audio sent of an item, also while it is still being spoken; null: it is not speech. */
function sentMsOf({ state }: Step, itemId: string): number | null {
  const entry = find(state.conversation, itemId);
  if (entry?.spoken != null) return entry.spoken.sentMs;
  for (const { response } of state.live) {
    const message = headMessage(response);
    if (message?.itemId === itemId)
      return message.speech?.ledger.sentMs ?? (response.plan.modality === 'audio' ? 0 : null);
  }
  return null;
}

function noItem(
  step: Step,
  code: ErrorCode,
  event: { item_id: string; event_id?: string | null | undefined },
): void {
  const message = `Item with id '${event.item_id}' not found in the conversation.`;
  step.error(requestError(code, message, { param: 'item_id' }), event.event_id);
}
