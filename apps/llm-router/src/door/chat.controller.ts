import { Controller, Inject } from '@nestjs/common';
import { StreamHandler, type Incoming, type StreamHandlers } from '@parley/bus';
import { decode, v1 } from '@parley/contracts';
import { BusReply } from './bus-reply';
import { Door } from './door';
import { BodyError, maxBodyBytes, parseJson } from './read-json';

/** The door for who comes over the bus: the gateway, which knows who asks. */
@Controller()
export class ChatController {
  constructor(@Inject(Door) private readonly door: Door) {}

  @StreamHandler('chat')
  complete({ stream }: Incoming): StreamHandlers {
    const reply = new BusReply(stream);
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    const read = async (): Promise<unknown> => {
      if (bytes > maxBodyBytes) throw new BodyError(413, 'The body is too large.');
      return parseJson(Buffer.concat(pieces).toString());
    };
    return {
      onFrame: ({ payload }) => {
        const { body } = decode(v1.ChatInput, payload.slice());
        bytes += body.length;
        if (bytes <= maxBodyBytes) pieces.push(body);
      },
      onEnd: () =>
        void this.door.complete(read, reply, ({ inputTokens, outputTokens }) =>
          reply.used(inputTokens, outputTokens),
        ),
      onClose: () => reply.closed(),
    };
  }
}
