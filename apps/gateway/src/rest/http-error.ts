import { HttpException } from '@nestjs/common';
import type { ProtocolError } from '@parley/protocol';
import { errorBody } from './error-body';

/** Ends a request with a protocol error. */
export class HttpError extends HttpException {
  constructor(
    status: number,
    readonly error: ProtocolError,
    readonly retryAfterS?: number,
  ) {
    super(errorBody(error), status);
  }
}
