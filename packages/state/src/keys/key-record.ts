import { z } from 'zod';

/**
 * What a key may be used for: sessions over a socket or a call, the other endpoints, and the usage and budgets of
 * other keys.
 */
export const scopes = ['realtime', 'rest', 'admin'] as const;
export type Scope = (typeof scopes)[number];

/** What a key may do of which nothing else is said. */
export const usualScopes: readonly Scope[] = ['realtime', 'rest'];

/** An API key as it is stored: its digest, never itself. */
export const keyRecordSchema = z.object({
  /** Its name in logs, limits and usage. */
  id: z.string().min(1),
  /** What its owner calls it. */
  name: z.string(),
  scopes: z.array(z.enum(scopes)),
  createdAtMs: z.int(),
  expiresAtMs: z.int().nullable(),
  /** null: the gateway's own setting; 0: no limit. */
  maxSessions: z.int().min(0).nullable(),
  requestsPerSecond: z.int().min(0).nullable(),
});

export type KeyRecord = z.output<typeof keyRecordSchema>;
