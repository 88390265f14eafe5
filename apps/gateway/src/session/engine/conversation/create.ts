import {
  requestError,
  invalidValue,
  type ClientItem,
  type ConversationItem,
  type ProtocolError,
} from '@parley/protocol';
import { limits } from '../deadlines';
import type { IdSource } from '../ctx';
import { hasRequest, isAnswered } from '../tools/approvals';
import { callIdOf, hasCall, isCallId } from '../tools/pairing';
import { append, find, insertAfter, itemChars, itemImageBytes, lastId } from './items';
import { isOwed, placesOf, room } from './room';
import { entryOf, type Conversation } from './state';

export interface Created {
  readonly conversation: Conversation;
  readonly item: ConversationItem;
  readonly previousItemId: string | null;
  /** User audio (base64) that came without its words, by content index. */
  readonly audio: readonly GivenAudio[];
  /** The same with them, of which nothing is asked but to be given back. */
  readonly known: readonly GivenAudio[];
}

export interface GivenAudio {
  readonly contentIndex: number;
  readonly audio: string;
}

export type Creation = { ok: Created; error?: never } | { error: ProtocolError; ok?: never };

/**
 * Puts a client's item into the conversation. `after`: undefined or null appends, `root` is the front, an id is
 * after that item. `kept`: places that are kept for others.
 */
export function create(
  conversation: Conversation,
  request: ClientItem,
  after: string | null | undefined,
  ids: IdSource,
  kept = 0,
): Creation {
  const error = refusal(conversation, request, after) ?? noPlace(conversation, request, kept);
  if (error !== undefined) return { error };
  const item = itemFrom(request, ids);
  if (conversation.chars + itemChars(item) > limits.maxConversationChars) {
    return { error: invalidValue('item', 'The conversation holds as much text as it can.') };
  }
  if (conversation.imageBytes + itemImageBytes(item) > limits.maxImageBytes) {
    const message = `The images of a conversation may have ${limits.maxImageBytes / 2 ** 20} MiB together: delete items that are no longer needed.`;
    return { error: invalidValue('item', message) };
  }
  const audio = unheardAudio(request);
  const given = { audio, known: givenAudio(request, true) };
  const entry = entryOf(item, { awaitingTranscript: audio.length > 0 });
  if (after === null || after === undefined) {
    const previousItemId = lastId(conversation);
    return { ok: { conversation: append(conversation, entry), item, previousItemId, ...given } };
  }
  const previousItemId = after === 'root' ? null : after;
  return {
    ok: { conversation: insertAfter(conversation, entry, previousItemId), item, previousItemId, ...given },
  };
}

function refusal(
  conversation: Conversation,
  request: ClientItem,
  after: string | null | undefined,
): ProtocolError | undefined {
  if (request.id !== undefined && find(conversation, request.id) !== undefined) {
    const message = `Item with id '${request.id}' already exists in the conversation.`;
    return requestError('item_create_duplicate_item_id', message, { param: 'item.id' });
  }
  if (after != null && after !== 'root' && find(conversation, after) === undefined) {
    const message = `Previous item with id '${after}' not found in the conversation.`;
    return requestError('item_create_invalid_previous_item_id', message, { param: 'previous_item_id' });
  }
  if (request.type === 'function_call_output' && !hasCall(conversation.entries, request.call_id)) {
    return invalidValue('item.call_id', `Tool call ID '${request.call_id}' not found in conversation.`);
  }
  if (request.type === 'mcp_approval_response') {
    const { approval_request_id: id } = request;
    if (!hasRequest(conversation.entries, id)) {
      return invalidValue('item.approval_request_id', `Approval request '${id}' not found in conversation.`);
    }
    if (isAnswered(conversation.entries, id)) {
      return invalidValue('item.approval_request_id', `Approval request '${id}' has been answered already.`);
    }
  }
  const callId = callIdOf(request);
  if (callId !== undefined && isCallId(conversation.entries, callId)) {
    const param = request.type === 'function_call' ? 'item.call_id' : 'item.id';
    return invalidValue(param, `Tool call ID '${callId}' is already in the conversation.`);
  }
  return undefined;
}

function noPlace(conversation: Conversation, request: ClientItem, kept: number): ProtocolError | undefined {
  if (isOwed(conversation, request)) return undefined;
  if (room(conversation, kept) >= placesFor(request)) return undefined;
  return invalidValue('item', `The conversation holds ${limits.maxItems} items, which is the most it can.`);
}

function placesFor({ type }: ClientItem): number {
  if (type === 'function_call') return placesOf.call;
  return type === 'mcp_approval_request' ? placesOf.approval : placesOf.item;
}

/** As the server keeps it: with an id, a status, and without audio bytes. */
export function itemFrom(request: ClientItem, ids: IdSource): ConversationItem {
  const base = { id: request.id ?? ids.item(), status: 'completed' as const };
  if (request.type === 'function_call') {
    const { call_id: callId, name, arguments: args } = request;
    return { ...base, type: 'function_call', call_id: callId ?? ids.call(), name, arguments: args || '{}' };
  }
  if (request.type === 'function_call_output') {
    return { ...base, type: 'function_call_output', call_id: request.call_id, output: request.output };
  }
  if (request.type !== 'message') return { ...base, ...request, id: base.id };
  switch (request.role) {
    case 'system':
      return { ...base, type: 'message', role: 'system', content: request.content };
    case 'assistant':
      return { ...base, type: 'message', role: 'assistant', content: request.content };
    case 'user':
      return {
        ...base,
        type: 'message',
        role: 'user',
        content: request.content.map((part) =>
          part.type === 'input_audio' ? { type: 'input_audio', transcript: part.transcript } : part,
        ),
      };
  }
}

export const unheardAudio = (request: ClientItem): GivenAudio[] => givenAudio(request, false);

function givenAudio(request: ClientItem, hasWords: boolean): GivenAudio[] {
  if (request.type !== 'message' || request.role !== 'user') return [];
  return request.content.flatMap((part, contentIndex) =>
    part.type === 'input_audio' && (part.transcript !== null) === hasWords
      ? [{ contentIndex, audio: part.audio }]
      : [],
  );
}
