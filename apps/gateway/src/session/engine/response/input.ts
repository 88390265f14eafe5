import {
  invalidValue,
  type ConversationItem,
  type ProtocolError,
  type ResponseParams,
} from '@parley/protocol';
import { itemFrom, unheardAudio, type GivenAudio } from '../conversation/create';
import { entriesById, itemImageBytes } from '../conversation/items';
import { entryOf, type Conversation, type Entry } from '../conversation/state';
import type { IdSource } from '../ctx';
import { limits } from '../deadlines';
import { callIdOf } from '../tools/pairing';

export interface InputEntry {
  readonly entry: Entry;
  /** It is of the conversation, and read as it is there by then, or no more. */
  readonly isReference: boolean;
}

export const referenceTo = (entry: Entry): InputEntry => ({ entry, isReference: true });
export const ownInput = (entry: Entry): InputEntry => ({ entry, isReference: false });

/** Audio in a response's `input` whose words are not known. */
export interface UnheardInput extends GivenAudio {
  readonly itemId: string;
}

export type ResolvedInput =
  | { entries: readonly InputEntry[] | null; unheard: readonly UnheardInput[]; error?: never }
  | { error: ProtocolError };

/** What a response is to read in place of the conversation. */
export function resolveInput(
  input: ResponseParams['input'],
  conversation: Conversation,
  ids: IdSource,
): ResolvedInput {
  if (input === undefined) return { entries: null, unheard: [] };
  if (input.length > limits.maxItems) {
    const message = `The input of one response may have ${limits.maxItems} items.`;
    return { error: invalidValue('response.input', message) };
  }
  const known = entriesById(conversation.entries);
  const entries: InputEntry[] = [];
  const unheard: UnheardInput[] = [];
  const callIds = new Set<string>();
  const requests = new Set<string>();
  for (const [index, item] of input.entries()) {
    if (item.type === 'item_reference') {
      const entry = known.get(item.id);
      if (entry === undefined) {
        const message = `Item with id '${item.id}' not found in the conversation.`;
        return { error: invalidValue(`response.input[${index}].id`, message) };
      }
      if (isTakenBy(callIds, entry.item)) return { error: calledTwice(`response.input[${index}].id`) };
      entries.push(referenceTo(entry));
      if (isToldRequest(entry)) requests.add(item.id);
      continue;
    }
    if (item.type === 'mcp_approval_response' && !requests.has(item.approval_request_id)) {
      const message = 'An approval is answered in the conversation, by conversation.item.create.';
      return { error: invalidValue(`response.input[${index}].type`, message) };
    }
    if (item.type === 'function_call_output' && item.parley !== undefined) {
      const message = 'What is only read by one response is not spoken of at another time.';
      return { error: invalidValue(`response.input[${index}].parley`, message) };
    }
    const made = unnamed(itemFrom(item, ids), ids);
    if (isTakenBy(callIds, made)) {
      const param = item.type === 'function_call' ? 'call_id' : 'id';
      return { error: calledTwice(`response.input[${index}].${param}`) };
    }
    const audio = unheardAudio(item);
    const entry = entryOf(made, { awaitingTranscript: audio.length > 0 });
    entries.push(ownInput(entry));
    if (isToldRequest(entry)) requests.add(made.id);
    unheard.push(...audio.map((part) => ({ itemId: made.id, ...part })));
  }
  const imageBytes = entries.reduce((sum, { entry }) => sum + itemImageBytes(entry.item), 0);
  if (imageBytes > limits.maxImageBytes) {
    const message = `The images of one response may have ${limits.maxImageBytes / 2 ** 20} MiB together.`;
    return { error: invalidValue('response.input', message) };
  }
  return { entries, unheard };
}

/** By a client: it stands for no call that could run. */
const isToldRequest = ({ item, call }: Entry): boolean =>
  item.type === 'mcp_approval_request' && call === null;

/** Under a name that nothing else has: the conversation, which it is no part of, may have an item of its own name. */
const unnamed = (item: ConversationItem, ids: IdSource): ConversationItem =>
  callIdOf(item) === item.id ? item : { ...item, id: ids.item() };

/** The model knows calls and their outputs by these ids alone. */
function isTakenBy(callIds: Set<string>, item: ConversationItem): boolean {
  const callId = callIdOf(item);
  if (callId === undefined) return false;
  if (callIds.has(callId)) return true;
  callIds.add(callId);
  return false;
}

const calledTwice = (param: string): ProtocolError =>
  invalidValue(param, 'Another call of the input has this id: each needs one of its own.');
