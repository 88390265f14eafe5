import type { ChatMessage } from '../chat/types';

/** Where a conversation was cut. */
export interface Cut {
  readonly dropped: number;
  /** The first message that is left: by it the cut is found again when others came or went before it. */
  readonly first: ChatMessage;
}

export function cutAt(messages: readonly ChatMessage[], dropped: number): Cut | undefined {
  const first = messages[dropped];
  return dropped > 0 && first !== undefined ? { dropped, first } : undefined;
}

/** Messages that an earlier cut drops of a conversation as it is now. */
export function droppedBy(cut: Cut | undefined, messages: readonly ChatMessage[]): number {
  if (cut === undefined) return 0;
  if (isSame(messages[cut.dropped], cut.first)) return cut.dropped;
  return Math.max(
    0,
    messages.findLastIndex((message) => isSame(message, cut.first)),
  );
}

const isSame = (a: ChatMessage | undefined, b: ChatMessage): boolean =>
  a?.role === b.role && a.text === b.text;
