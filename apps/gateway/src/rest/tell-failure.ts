import type { ServerResponse } from 'node:http';
import { HttpException } from '@nestjs/common';
import { requestError, serverError, type ProtocolError } from '@parley/protocol';
import type { Logger } from '@parley/telemetry';
import { errorBody } from './error-body';
import { HttpError } from './http-error';

interface Told {
  readonly status: number;
  readonly error: ProtocolError;
  readonly retryAfterS?: number | undefined;
}

/** Ends a request with what went wrong, in the protocol's shape unless `bodyOf` says another. */
export function tellFailure(
  response: ServerResponse,
  failure: unknown,
  log: Logger,
  bodyOf: (status: number, error: ProtocolError) => object = (_status, error) => errorBody(error),
): void {
  const { status, error, retryAfterS } = toldOf(failure, log);
  // The body has begun: all that can still be said is that it is not whole.
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (retryAfterS !== undefined) response.setHeader('retry-after', String(retryAfterS));
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(bodyOf(status, error)));
}

function toldOf(failure: unknown, log: Logger): Told {
  if (failure instanceof HttpError) {
    return { status: failure.getStatus(), error: failure.error, retryAfterS: failure.retryAfterS };
  }
  if (failure instanceof HttpException && failure.getStatus() < 500) {
    const error = requestError('invalid_value', failure.message.slice(0, 200));
    return { status: failure.getStatus(), error };
  }
  log.error({ err: failure }, 'a request failed');
  const error = serverError('server_error', 'The server had an error while processing the request.');
  return { status: 500, error };
}
