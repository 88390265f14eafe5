import { z } from 'zod';
import { itemCreate, itemDelete, itemRetrieve, itemTruncate } from './conversation-item';
import { append, clear, commit, outputClear } from './input-audio-buffer';
import { responseCancel, responseCreate } from './response';
import { sessionUpdate } from './session-update';

export const clientEventSchemas = {
  'session.update': sessionUpdate,
  'input_audio_buffer.append': append,
  'input_audio_buffer.commit': commit,
  'input_audio_buffer.clear': clear,
  'conversation.item.create': itemCreate,
  'conversation.item.retrieve': itemRetrieve,
  'conversation.item.delete': itemDelete,
  'conversation.item.truncate': itemTruncate,
  'response.create': responseCreate,
  'response.cancel': responseCancel,
  'output_audio_buffer.clear': outputClear,
} as const;

export type ClientEventType = keyof typeof clientEventSchemas;

/** A valid client event. Optional fields may also be null, which is the same as absent. */
export type ClientEvent<K extends ClientEventType = ClientEventType> = {
  [P in K]: z.output<(typeof clientEventSchemas)[P]>;
}[K];
