import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { requestError, serverError, type ProtocolError } from '@parley/protocol';
import { LOGGER } from '@parley/service';
import type { Logger } from '@parley/telemetry';
import type { Response } from 'express';
import { errorBody } from './error-body';
import { HttpError } from './http-error';

/** Whatever goes wrong, the client gets an error in the protocol's shape, and nothing of our insides. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly log: Logger) {}

  catch(failure: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const { status, error, retryAfterS } = this.#answer(failure);
    // The body has begun: all that can still be said is that it is not whole.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (retryAfterS !== undefined) response.setHeader('retry-after', String(retryAfterS));
    response.status(status).json(this.bodyOf(status, error));
  }

  protected bodyOf(_status: number, error: ProtocolError): object {
    return errorBody(error);
  }

  #answer(failure: unknown): { status: number; error: ProtocolError; retryAfterS?: number | undefined } {
    if (failure instanceof HttpError) {
      return { status: failure.getStatus(), error: failure.error, retryAfterS: failure.retryAfterS };
    }
    if (failure instanceof HttpException && failure.getStatus() < 500) {
      const error = requestError('invalid_value', failure.message.slice(0, 200));
      return { status: failure.getStatus(), error };
    }
    this.log.error({ err: failure }, 'a request failed');
    const error = serverError('server_error', 'The server had an error while processing the request.');
    return { status: 500, error };
  }
}
