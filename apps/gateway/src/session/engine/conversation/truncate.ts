import { invalidValue, requestError, type AssistantMessageItem, type ProtocolError } from '@parley/protocol';
import { update } from './items';
import type { Conversation, Entry } from './state';

export interface Truncation {
  readonly itemId: string;
  readonly contentIndex: number;
  readonly audioEndMs: number;
}

export type Truncated = { conversation: Conversation; error?: never } | { error: ProtocolError };

/**
 * Cuts what the assistant said to what the client played. The transcript leaves the wire form for good, the words
 * that were heard stay for the model. `sentMs`: audio sent of the item so far; null: it is not speech.
 */
export function truncate(
  conversation: Conversation,
  entry: Entry | undefined,
  sentMs: number | null,
  cut: Truncation,
): Truncated {
  const error = refusal(entry, sentMs, cut);
  if (error !== undefined) return { error };
  return {
    conversation: update(conversation, cut.itemId, (old) => ({
      ...old,
      item: withoutTranscript(old.item),
      heardMs: Math.min(
        Math.max(0, cut.audioEndMs - old.leadInMs),
        old.truncated && old.heardMs !== null ? old.heardMs : Infinity,
      ),
      truncated: true,
    })),
  };
}

export function withoutTranscript(item: Entry['item']): Entry['item'] {
  if (item.type !== 'message' || item.role !== 'assistant') return item;
  const content: AssistantMessageItem['content'] = item.content.map((part) =>
    part.type === 'output_audio' ? { type: 'output_audio' } : part,
  );
  return { ...item, content };
}

function refusal(
  entry: Entry | undefined,
  sentMs: number | null,
  cut: Truncation,
): ProtocolError | undefined {
  if (entry === undefined) {
    const message = `Item with id '${cut.itemId}' not found in the conversation.`;
    return requestError('item_truncate_invalid_item_id', message, { param: 'item_id' });
  }
  const { leadInMs } = entry;
  if (sentMs === null || sentMs + leadInMs === 0) {
    return requestError('unsupported_content_type', 'Only assistant audio that was sent can be truncated.', {
      param: 'item_id',
    });
  }
  if (cut.contentIndex !== 0) {
    return invalidValue('content_index', `Content ${cut.contentIndex} does not exist in this item.`);
  }
  const spokenMs = entry.truncated && entry.heardMs !== null ? entry.heardMs : sentMs;
  const longestMs = Math.ceil(leadInMs + spokenMs);
  if (cut.audioEndMs > longestMs) {
    const message = `Audio content of ${longestMs}ms is already shorter than ${cut.audioEndMs}ms`;
    return invalidValue('audio_end_ms', message);
  }
  return undefined;
}
