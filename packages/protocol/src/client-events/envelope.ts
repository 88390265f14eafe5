import { z } from 'zod';

const eventId = z.string().max(512);

/** A client event: its type, an optional `event_id` of the client's own (null is absent), and its fields. */
export function clientEvent<T extends string, F extends z.ZodRawShape>(type: T, fields: F) {
  return z.strictObject({ type: z.literal(type), event_id: eventId.nullish(), ...fields });
}

export const itemId = z.string().min(1).max(256);
