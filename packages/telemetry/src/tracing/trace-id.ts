import { createHash } from 'node:crypto';

/** The trace of a session: an id of W3C's Trace Context, 32 hex digits, found from the session's own id alone. */
export const traceIdOf = (sessionId: string): string =>
  createHash('sha256').update(sessionId).digest('hex').slice(0, 32);
