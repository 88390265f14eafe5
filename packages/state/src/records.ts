import { z } from 'zod';
import { jsonText } from './json-text';

const json = z.record(z.string(), z.unknown());

/** A conversation item as it was last told to the client. Audio is not stored. */
const item = z.looseObject({ id: z.string().min(1), type: z.string().min(1) });
const previousItemId = z.string().nullable();

/** The append-only log of a conversation. Nothing in it changes; what happens to an item is a new entry. */
export const logEntrySchema = z.discriminatedUnion('kind', [
  /** A new item, after `previousItemId` (null: first). */
  z.object({ kind: z.literal('item'), previousItemId, item }),
  /** New content of an item that is there, e.g. its transcript. */
  z.object({ kind: z.literal('update'), item }),
  /** Cut to what was heard; `item` is what is left of it. */
  z.object({
    kind: z.literal('truncate'),
    contentIndex: z.int().min(0),
    audioEndMs: z.int().min(0),
    item,
  }),
  z.object({ kind: z.literal('delete'), itemId: z.string() }),
]);

/** An entry as it is stored. */
export const logLineSchema = jsonText.pipe(logEntrySchema);

export type LogEntry = z.output<typeof logEntrySchema>;
export type StoredItem = z.output<typeof item>;

/** What is known of a session but its log. */
export const sessionRecordSchema = z.object({
  keyId: z.string(),
  createdAtMs: z.coerce.number().int(),
  /** The effective session object. */
  config: jsonText.pipe(json),
  /** Turn and response state at some moment after the last log entry, or null. */
  snapshot: z.string().default('null').pipe(jsonText).pipe(json.nullable()),
  fence: z.coerce.number().int().min(1),
  seq: z.coerce.number().int().min(0),
});

export type Json = z.output<typeof json>;

export interface StoredSession {
  readonly id: string;
  readonly keyId: string;
  readonly createdAtMs: number;
  readonly config: Json;
  readonly snapshot: Json | null;
  readonly log: readonly LogEntry[];
  /** Items in conversation order, as the log leaves them. */
  readonly items: readonly StoredItem[];
}
