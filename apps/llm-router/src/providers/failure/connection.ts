const connectionCodes =
  /ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|UND_ERR_(?!INVALID|NOT_SUPPORTED)|EHOSTUNREACH|ENETUNREACH/;
const connectionMessages = /^(terminated|fetch failed|other side closed|Cannot connect to API)/i;

/** Whether an error, or what caused it, is of the network and not of the provider. */
export function isConnectionError(error: unknown): boolean {
  for (let at = asFault(error); at !== undefined; at = asFault(at.cause)) {
    if (connectionCodes.test(String(at.code)) || connectionMessages.test(String(at.message))) return true;
  }
  return false;
}

/** What errors carry, ours and others'; nothing of it is sure. */
export interface Fault {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly statusCode?: unknown;
  readonly status?: unknown;
  readonly code?: unknown;
  readonly type?: unknown;
  readonly details?: unknown;
}

export const asFault = (error: unknown): Fault | undefined =>
  typeof error === 'object' && error !== null ? error : undefined;
