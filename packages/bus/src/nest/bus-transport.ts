import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import { BusError } from '../errors';
import type { Bus, Incoming, ServeOptions, Serving, StreamHandlers } from '../stream';
import { BUS_TRANSPORT, type HandlerMark } from './decorators';

export interface BusTransportOptions extends Omit<ServeOptions, 'service'> {
  readonly bus: Bus;
}

/** Serves the methods marked `@StreamHandler` and `@RequestHandler` of a Nest application over a bus. */
export class BusTransport extends Server implements CustomTransportStrategy {
  override readonly transportId = BUS_TRANSPORT;
  readonly #servings: Serving[] = [];

  constructor(private readonly options: BusTransportOptions) {
    super();
  }

  /** Streams open now, over all services. */
  get streams(): number {
    return this.#servings.reduce((sum, serving) => sum + serving.streams, 0);
  }

  async listen(done: (error?: unknown) => void): Promise<void> {
    try {
      await this.#serveAll();
    } catch (error) {
      return done(error);
    }
    done();
  }

  /** Leaves the queue groups, lets open streams finish, closes what is left after `timeoutMs`. */
  async drain(timeoutMs: number): Promise<void> {
    await Promise.all(this.#servings.map((serving) => serving.drain(timeoutMs)));
  }

  async close(): Promise<void> {
    await this.drain(0);
  }

  override on(): never {
    throw new Error('the bus transport has no events of its own: see Bus.onStatus');
  }

  override unwrap(): never {
    throw new Error('inject the bus itself');
  }

  async #serveAll(): Promise<void> {
    const { bus, ...serve } = this.options;
    for (const handler of this.messageHandlers.values()) {
      const mark = markOf(handler);
      if (mark === undefined) continue;
      if (mark.kind === 'request') {
        await bus.respond(mark.name, (payload) => this.#run<Uint8Array>(handler, payload));
      } else {
        const accept = (incoming: Incoming) => this.#run<StreamHandlers>(handler, incoming);
        this.#servings.push(await bus.serve({ ...serve, service: mark.name }, accept));
      }
    }
  }

  async #run<Output>(handler: MessageHandler, input: Uint8Array | Incoming): Promise<Output> {
    try {
      return await lastValueFrom<Output>(this.transformToObservable(await handler(input)));
    } catch (error) {
      throw BusError.isInstance(error) ? error : new Error('the handler failed', { cause: error });
    }
  }
}

function markOf(handler: MessageHandler): HandlerMark | undefined {
  return (handler.extras as { parley?: HandlerMark } | undefined)?.parley;
}
