import { sessionObject, transcriptionSessionObject } from '@parley/protocol';
import { z } from 'zod';

export const defaultLifetimeS = 600;

export const expiresAfterSchema = z.strictObject({
  anchor: z.literal('created_at').default('created_at'),
  seconds: z.int().min(10).max(7200).default(defaultLifetimeS),
});

/** `session` is checked as a `session.update` is, by the protocol's own rules. */
export const clientSecretRequestSchema = z.strictObject({
  expires_after: expiresAfterSchema.optional(),
  session: z.unknown().optional(),
});

export const legacyLifetimeS = 60;

/** A flat session of the beta; `client_secret` says how long the secret lives. */
export const legacyRequestSchema = z.looseObject({
  client_secret: z.strictObject({ expires_after: expiresAfterSchema.optional() }).optional(),
});

export const legacySessionSchema = z.looseObject({
  id: z.string(),
  object: z.enum(['realtime.session', 'realtime.transcription_session']),
  client_secret: z.object({
    value: z.string(),
    /** Unix seconds. */
    expires_at: z.int(),
  }),
});

export const clientSecretSchema = z.object({
  value: z.string(),
  /** Unix seconds. */
  expires_at: z.int(),
  session: z.discriminatedUnion('type', [
    sessionObject.meta({ id: 'Session' }),
    transcriptionSessionObject.meta({ id: 'TranscriptionSession' }),
  ]),
});

export type ClientSecretRequest = z.output<typeof clientSecretRequestSchema>;
