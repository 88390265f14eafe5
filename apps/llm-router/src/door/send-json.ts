import type { EngineError } from '@parley/engines-kit';
import type { AttemptFacts } from '../answering/facts';
import { retryAfterMsOf } from '../providers/failure/provider-error';
import { failureBody, statusOf } from './completion';
import type { DoorResponse } from './door-response';

export function sendJson(response: DoorResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** The last failure as the client is told it, with its status, and for how long it had better not come again. */
export function sendFailure(
  response: DoorResponse,
  failure: EngineError,
  attempts: readonly AttemptFacts[] = [],
): void {
  const retryAfterMs = retryAfterMsOf(failure);
  if (retryAfterMs !== undefined) response.setHeader('retry-after', String(Math.ceil(retryAfterMs / 1_000)));
  sendJson(response, statusOf(failure), failureBody(failure, attempts));
}
