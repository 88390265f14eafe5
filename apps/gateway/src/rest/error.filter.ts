import { Catch, Inject, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { requestError, type ProtocolError } from '@parley/protocol';
import { LOGGER } from '@parley/service';
import type { Logger } from '@parley/telemetry';
import type { Request, Response } from 'express';
import { errorBody } from './error-body';
import { HttpError } from './http-error';
import { tellFailure } from './tell-failure';

/** Whatever goes wrong, the client gets an error in the protocol's shape, and nothing of our insides. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly log: Logger) {}

  catch(failure: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const told =
      failure instanceof NotFoundException ? notHere(http.getRequest<Request>(), failure) : failure;
    tellFailure(http.getResponse<Response>(), told, this.log, (status, error) => this.bodyOf(status, error));
  }

  protected bodyOf(_status: number, error: ProtocolError): object {
    return errorBody(error);
  }
}

/** Doors of OpenAI's that are not here, and which is in their place. */
const insteadOf: readonly (readonly [RegExp, string])[] = [
  [/^\/v1\/(responses|completions)(\/|$)/, 'POST /v1/chat/completions'],
];

function notHere({ method, path }: Request, failure: NotFoundException): unknown {
  const door = insteadOf.find(([pattern]) => pattern.test(path))?.[1];
  if (door === undefined) return failure;
  const message = `There is no ${method} ${path.slice(0, 100)} here: ${door} answers with the same models.`;
  return new HttpError(404, requestError('invalid_value', message));
}
