import { Controller, Inject } from '@nestjs/common';
import { StreamHandler, type Incoming, type StreamHandlers } from '@parley/bus';
import { ChatLine } from './chat-line';
import { Door } from './door';

/** The door for who comes over the bus: the gateway, which knows who asks. */
@Controller()
export class ChatController {
  constructor(@Inject(Door) private readonly door: Door) {}

  @StreamHandler('chat')
  line({ stream }: Incoming): StreamHandlers {
    return new ChatLine(stream, this.door);
  }
}
