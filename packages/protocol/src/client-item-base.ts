import { z } from 'zod';

export const clientItemId = z.string().min(1).max(256);

/** Of every item that a client may create. `root` is the place before the first item, and no item's name. */
export const clientItemBase = {
  id: clientItemId.refine((id) => id !== 'root', { error: "'root' stands for the front." }).nullish(),
  object: z.literal('realtime.item').nullish(),
  status: z.enum(['completed', 'incomplete', 'in_progress']).nullish(),
};

/** `status` and `object` are the server's to say: the reference's own types say that they have no effect. */
export function own<T extends { id?: string | null | undefined; object?: unknown; status?: unknown }>(
  item: T,
): Omit<T, 'id' | 'object' | 'status'> & { id?: string } {
  const { status: _status, object: _object, id, ...rest } = item;
  return { ...rest, ...(id == null ? {} : { id }) };
}
