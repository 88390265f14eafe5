import type { IncomingMessage, ServerResponse } from 'node:http';
import { BodyError, maxChatBodyBytes, readBody, KeyLimiter, type Principal } from '@parley/admission';
import { linesOf } from '@parley/metering';
import { requestError } from '@parley/protocol';
import { doorError } from '../../doors/door-error';
import { ChatLines } from '../../workers/chat/chat-lines';
import { HttpError } from '../http-error';
import { ChatRelay } from './chat-relay';

/** Chat completions for who was let in. What a request may hold is llm-router's to say: the body goes there as it is. */
export class ChatCompletions {
  constructor(
    private readonly lines: ChatLines,
    private readonly limiter: KeyLimiter,
  ) {}

  /** @throws HttpError */
  async complete(request: IncomingMessage, response: ServerResponse, principal: Principal): Promise<void> {
    const body = await read(request);
    const meter = this.limiter.meterOf(principal);
    try {
      await new ChatRelay(this.lines, body, response, (uses) => {
        meter.charge(linesOf(uses, 'answer'));
      }).run();
    } catch (error) {
      throw doorError(error, { refused: () => null });
    }
  }
}

async function read(request: IncomingMessage): Promise<Buffer> {
  try {
    return await readBody(request, maxChatBodyBytes);
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    throw new HttpError(error.status, requestError('invalid_value', error.message));
  }
}
