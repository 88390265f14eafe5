import type { ConversationItem } from '@parley/protocol';
import type { Spoken } from '../playout/timeline';
import type { EntryCall } from '../tools/server-tool';

/** One item, and what only the server knows of it. */
export interface Entry {
  /** As the client would get it on retrieval, without audio bytes. */
  readonly item: ConversationItem;
  /** Assistant speech: what was said and sent. */
  readonly spoken: Spoken | null;
  /** Milliseconds of `spoken` that were heard; null: all of it. */
  readonly heardMs: number | null;
  /** Milliseconds of audio that was sent within it ahead of what was said. */
  readonly leadInMs: number;
  /** The client truncated it: its word on what was heard is final. */
  readonly truncated: boolean;
  /** A turn in which the user said nothing, and the model is to know it. */
  readonly silent: boolean;
  /** A turn that goes on with the one before it, which was taken for over too soon. */
  readonly continues: boolean;
  /** User audio whose words are not known yet. */
  readonly awaitingTranscript: boolean;
  /** A call of a tool that runs on the server, or the request to approve one. */
  readonly call: EntryCall | null;
  /** Made by a response; null: not. */
  readonly origin: Origin | null;
  readonly memory: EntryMemory;
}

/** `held`: it is remembered, and the model is given it all the same; `trimmed`: it is remembered instead. */
export type EntryMemory = 'fresh' | 'held' | 'trimmed';

/** What a response knew when it began to think: the items up to `after` (null: none). */
export interface Origin {
  readonly responseId: string;
  readonly after: string | null;
}

export interface Conversation {
  readonly entries: readonly Entry[];
  /** UTF-16 units of text in all entries. */
  readonly chars: number;
  /** Of the images in all entries, decoded. */
  readonly imageBytes: number;
}

export const emptyConversation: Conversation = { entries: [], chars: 0, imageBytes: 0 };

export const entryOf = (item: ConversationItem, extra: Partial<Entry> = {}): Entry => ({
  item,
  spoken: null,
  heardMs: null,
  leadInMs: 0,
  truncated: false,
  silent: false,
  continues: false,
  awaitingTranscript: false,
  call: null,
  origin: null,
  memory: 'fresh',
  ...extra,
});
