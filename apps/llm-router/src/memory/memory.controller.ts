import { Controller, Inject } from '@nestjs/common';
import { StreamHandler, type Incoming, type StreamHandlers } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { LOGGER } from '@parley/service';
import type { Logger } from '@parley/telemetry';
import { Answers } from '../answering/answers';
import { Planner } from '../routing/planner';
import { Remember } from './remember';

/** Remembers parts of conversations, apart from their answers. */
@Controller()
export class MemoryController {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Planner) private readonly planner: Planner,
    @Inject(Answers) private readonly answers: Answers,
  ) {}

  @StreamHandler('memory')
  open({ stream }: Incoming): StreamHandlers {
    const { planner, answers } = this;
    const { sessionId, id: cacheKey } = stream;
    const remember = new Remember({ planner, answers, sessionId, cacheKey });
    const answer = async (payload: Uint8Array): Promise<void> => {
      const reply = encode(v1.RememberReply, await remember.run(decode(v1.RememberRequest, payload)));
      while (!stream.closed && !stream.send(reply)) await stream.ready();
      stream.close();
    };
    return {
      onFrame: ({ payload }) => {
        answer(payload.slice()).catch((error: unknown) => {
          this.logger.child({ sessionId }).warn({ err: error }, 'a conversation could not be remembered');
          if (!stream.closed)
            stream.close({ code: 'internal_error', message: 'It failed.', retryable: false });
        });
      },
      // Nobody wants it any more, but what it has used is to be told.
      onEnd: () => remember.cancel(),
      onClose: () => remember.cancel(),
    };
  }
}
