import type { IncomingMessage, ServerResponse } from 'node:http';
import { KeyLimiter, type Principal } from '@parley/admission';
import { linesOf } from '@parley/metering';
import { requestError } from '@parley/protocol';
import { doorError } from '../../doors/door-error';
import { ChatLines } from '../../workers/chat/chat-lines';
import { HttpError } from '../http-error';
import { ChatRelay, Gone, TooLarge, readBody } from './chat-relay';

/** Images come inline. */
const maxBodyBytes = 20 * 1024 * 1024;

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
    return await readBody(request, maxBodyBytes);
  } catch (error) {
    if (error instanceof Gone)
      throw new HttpError(400, requestError('invalid_value', 'The body could not be read.'));
    if (!(error instanceof TooLarge)) throw error;
    throw new HttpError(413, requestError('invalid_value', 'The body is too large.'));
  }
}
