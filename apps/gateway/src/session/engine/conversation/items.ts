import { imageBytes, type ConversationItem } from '@parley/protocol';
import { onceFor } from '../once-for';
import type { Conversation, Entry } from './state';

export const find = (conversation: Conversation, id: string): Entry | undefined =>
  conversation.entries.findLast((entry) => entry.item.id === id);

/** For whoever looks for many of them. */
export const entriesById = onceFor(
  (entries: readonly Entry[]): ReadonlyMap<string, Entry> =>
    new Map(entries.map((entry) => [entry.item.id, entry])),
);

/** The id of the item before this one; null: it is the first. Undefined: there is no such item. */
export function previousId(conversation: Conversation, id: string): string | null | undefined {
  const at = conversation.entries.findLastIndex((entry) => entry.item.id === id);
  return at < 0 ? undefined : (conversation.entries[at - 1]?.item.id ?? null);
}

export const lastId = (conversation: Conversation): string | null =>
  conversation.entries.at(-1)?.item.id ?? null;

export function append(conversation: Conversation, entry: Entry): Conversation {
  return {
    entries: [...conversation.entries, entry],
    chars: conversation.chars + charsOf(entry),
    imageBytes: conversation.imageBytes + itemImageBytes(entry.item),
  };
}

/** `after`: id of an item of the conversation; null: at the front. */
export function insertAfter(conversation: Conversation, entry: Entry, after: string | null): Conversation {
  const at = after === null ? 0 : conversation.entries.findLastIndex((other) => other.item.id === after) + 1;
  return {
    entries: conversation.entries.toSpliced(at, 0, entry),
    chars: conversation.chars + charsOf(entry),
    imageBytes: conversation.imageBytes + itemImageBytes(entry.item),
  };
}

export function update(
  conversation: Conversation,
  id: string,
  change: (entry: Entry) => Entry,
): Conversation {
  const at = conversation.entries.findLastIndex((entry) => entry.item.id === id);
  const entry = conversation.entries[at];
  if (entry === undefined) return conversation;
  const changed = change(entry);
  return {
    entries: conversation.entries.with(at, changed),
    chars: conversation.chars + charsOf(changed) - charsOf(entry),
    imageBytes: conversation.imageBytes + itemImageBytes(changed.item) - itemImageBytes(entry.item),
  };
}

export function remove(conversation: Conversation, id: string): Conversation {
  const entry = find(conversation, id);
  if (entry === undefined) return conversation;
  return {
    entries: conversation.entries.filter((other) => other !== entry),
    chars: conversation.chars - charsOf(entry),
    imageBytes: conversation.imageBytes - itemImageBytes(entry.item),
  };
}

export const charsOf = ({ item, spoken }: Entry): number => itemChars(item) + (spoken?.text.length ?? 0);

export function itemChars(item: ConversationItem): number {
  switch (item.type) {
    case 'function_call':
      return item.arguments.length;
    case 'function_call_output':
      return item.output.length;
    case 'mcp_call':
      return item.arguments.length + (item.output?.length ?? 0);
    case 'mcp_list_tools':
      return item.tools.reduce((sum, tool) => sum + JSON.stringify(tool).length, 0);
    case 'mcp_approval_request':
      return item.arguments.length;
    case 'mcp_approval_response':
      return item.reason?.length ?? 0;
    case 'message':
      return item.content.reduce((sum, part) => sum + (textOfPart(part)?.length ?? 0), 0);
  }
}

type Part = Extract<ConversationItem, { type: 'message' }>['content'][number];

/** The words of a part of a message; an image has none. */
export function textOfPart(part: Part): string | undefined {
  if (part.type === 'input_image') return undefined;
  return 'text' in part ? part.text : (part.transcript ?? undefined);
}

export const itemImageBytes = (item: ConversationItem): number =>
  item.type === 'message' && item.role === 'user'
    ? item.content.reduce(
        (sum, part) => sum + (part.type === 'input_image' ? imageBytes(part.image_url ?? '') : 0),
        0,
      )
    : 0;

/** As events carry it: like audio, the bytes of images are told on retrieval alone. */
export function withoutImages(item: ConversationItem): ConversationItem {
  if (item.type !== 'message' || item.role !== 'user') return item;
  if (item.content.every(({ type }) => type !== 'input_image')) return item;
  const content = item.content.map((part) =>
    part.type === 'input_image' ? { type: part.type, detail: part.detail } : part,
  );
  return { ...item, content };
}
