import type { ServerResponse } from 'node:http';

/**
 * Ends the connection of a client that takes nothing of what waits for it for `limitMs`: Node itself waits for ever, and
 * what makes the reply with it. A reply of which nothing waits may be silent for as long as it likes.
 */
export function endUnread(response: ServerResponse, limitMs: number): void {
  response.setTimeout(limitMs, () => {
    if ((response.socket?.writableLength ?? 0) > 0) response.destroy();
  });
}

/** Of every door. */
export const unreadLimitMs = 60_000;
