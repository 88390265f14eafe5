import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  BodyError,
  checkValues,
  maxChatBodyBytes,
  readBody,
  type BodyLease,
  type BodyRoom,
  type KeyLimiter,
  type Principal,
} from '@parley/admission';
import { linesOf } from '@parley/metering';
import { requestError, serverError } from '@parley/protocol';
import { doorError } from '../../doors/door-error';
import { ChatLines } from '../../workers/chat/chat-lines';
import { HttpError } from '../http-error';
import { ChatRelay } from './chat-relay';

/** Chat completions for who was let in. What a request may hold is llm-router's to say: the body goes there as it is. */
export class ChatCompletions {
  constructor(
    private readonly lines: ChatLines,
    private readonly limiter: KeyLimiter,
    private readonly room: BodyRoom,
  ) {}

  /** @throws HttpError */
  async complete(request: IncomingMessage, response: ServerResponse, principal: Principal): Promise<void> {
    const lease = this.room.lease(principal.keyId);
    const meter = this.limiter.meterOf(principal);
    try {
      const body = await read(request, lease);
      await new ChatRelay(this.lines, body, response, (uses) => {
        meter.charge(linesOf(uses, 'answer'));
      }).run();
    } catch (error) {
      throw error instanceof HttpError ? error : doorError(error, { refused: () => null });
    } finally {
      lease.end();
    }
  }
}

async function read(request: IncomingMessage, lease: BodyLease): Promise<Buffer> {
  try {
    const body = await readBody(request, maxChatBodyBytes, lease);
    checkValues(body);
    return body;
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    if (error.status === 503) throw new HttpError(503, serverError('server_overloaded', error.message), 1);
    throw new HttpError(error.status, requestError('invalid_value', error.message));
  }
}
