import { HttpException } from '@nestjs/common';
import type { ProtocolError } from '@parley/protocol';
import { errorBody } from './error-body';

/** Ends a request with a protocol error. */
export class HttpError extends HttpException {
  readonly body: ReturnType<typeof errorBody>;

  constructor(
    status: number,
    error: ProtocolError,
    readonly retryAfterS?: number,
  ) {
    const body = errorBody(error);
    super(body, status);
    this.body = body;
  }
}
