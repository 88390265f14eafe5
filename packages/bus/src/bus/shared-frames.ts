import { Scratch } from '@parley/contracts';
import { BusError } from '../errors';
import type { Traffic } from '../metrics';
import type { Broadcast } from '../stream';
import type { Transport } from '../transport';
import { encodePayloadFrame } from '../wire/payload-frame';
import { maxPartBytes } from '../wire/parts';

const scratch = new Scratch();
const takeScratch = (bytes: number): Buffer => scratch.take(bytes);

/** What several workers hear, numbered. */
export class SharedFrames implements Broadcast {
  #seq = 0;

  constructor(
    readonly subject: string,
    private readonly transport: Transport,
    private readonly traffic: Traffic,
  ) {}

  send(payload: Uint8Array): void {
    if (payload.length > maxPartBytes) {
      throw new BusError('invalid_message', `a shared frame may have ${maxPartBytes} bytes`, false);
    }
    this.#seq += 1;
    const bytes = encodePayloadFrame({ seq: this.#seq }, payload, takeScratch);
    if (this.transport.publish(this.subject, bytes)) this.traffic.sent(bytes.length);
    else this.traffic.drop('disconnected');
  }
}
