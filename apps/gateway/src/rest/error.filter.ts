import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ProtocolError } from '@parley/protocol';
import { LOGGER } from '@parley/service';
import type { Logger } from '@parley/telemetry';
import type { Response } from 'express';
import { errorBody } from './error-body';
import { tellFailure } from './tell-failure';

/** Whatever goes wrong, the client gets an error in the protocol's shape, and nothing of our insides. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly log: Logger) {}

  catch(failure: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    tellFailure(response, failure, this.log, (status, error) => this.bodyOf(status, error));
  }

  protected bodyOf(_status: number, error: ProtocolError): object {
    return errorBody(error);
  }
}
