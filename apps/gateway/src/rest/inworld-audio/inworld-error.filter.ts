import { Catch } from '@nestjs/common';
import type { ProtocolError } from '@parley/protocol';
import { statusOf } from '../../doors/inworld/status';
import { ErrorFilter } from '../error.filter';

/** Errors as Inworld's clients read them, `{code, message, details}`, beside the shape of every other endpoint. */
@Catch()
export class InworldErrorFilter extends ErrorFilter {
  protected override bodyOf(status: number, error: ProtocolError): object {
    return { ...statusOf(status, error), ...super.bodyOf(status, error) };
  }
}
