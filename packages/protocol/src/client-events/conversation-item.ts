import { z } from 'zod';
import { clientItemSchema } from '../client-item';
import { clientEvent, itemId } from './envelope';

/** `previous_item_id`: absent appends, `root` puts it first, an id puts it after that item. */
export const itemCreate = clientEvent('conversation.item.create', {
  previous_item_id: itemId.nullish(),
  item: clientItemSchema,
});
export const itemRetrieve = clientEvent('conversation.item.retrieve', { item_id: itemId });
export const itemDelete = clientEvent('conversation.item.delete', { item_id: itemId });
export const itemTruncate = clientEvent('conversation.item.truncate', {
  item_id: itemId,
  content_index: z.int().min(0),
  audio_end_ms: z.int().min(0),
});
