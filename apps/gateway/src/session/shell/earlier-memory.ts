import { memorySettingsSchema, mergeSession, type Session } from '@parley/protocol';
import type { SessionStore } from '@parley/state';
import { z } from 'zod';

const configSchema = z.object({ parley: z.object({ memory: memorySettingsSchema }) });

/**
 * A session that begins with what is remembered of an earlier one of the same key, at whichever gateway that was, and
 * with its settings of memory; undefined: nothing is. Rejects with StateError.
 */
export async function withEarlierMemory(
  store: Pick<SessionStore, 'load'>,
  session: Session,
  { sessionId, keyId }: { readonly sessionId: string; readonly keyId: string },
): Promise<Session | undefined> {
  const stored = await store.load(sessionId);
  if (stored?.keyId !== keyId) return undefined;
  const { data } = configSchema.safeParse(stored.config);
  if (data === undefined) return undefined;
  return mergeSession(session, { type: 'realtime', parley: data.parley }).session;
}
