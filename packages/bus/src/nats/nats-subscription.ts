import type { Msg, NatsConnection, NatsError, Subscription as ClientSubscription } from 'nats';
import type { BusLog } from '../log';
import type { BusStatus } from '../stream';
import type { Message, Subscription } from '../transport';

/** What a subscription has of its transport. */
export interface SubscriptionHost {
  readonly status: BusStatus;
  readonly log: BusLog;
  respond(message: Msg, data: Uint8Array): void;
}

export class NatsSubscription implements Subscription {
  readonly #subscription: ClientSubscription;

  constructor(
    private readonly host: SubscriptionHost,
    nats: NatsConnection,
    subject: string,
    private readonly handle: (message: Message) => void,
    queue: string | undefined,
  ) {
    this.#subscription = nats.subscribe(subject, {
      ...(queue === undefined ? {} : { queue }),
      callback: (error, message) => this.#take(error, message),
    });
  }

  unsubscribe(): void {
    if (this.host.status !== 'closed') this.#subscription.unsubscribe();
  }

  leave(): void {
    if (this.host.status === 'closed') return;
    this.#subscription
      .drain()
      .catch(() => this.host.log.debug({ subject: this.#subject }, 'left a queue group while disconnected'));
  }

  get #subject(): string {
    return this.#subscription.getSubject();
  }

  /** An error thrown here would end the client's read loop. */
  #take(error: NatsError | null, message: Msg): void {
    const { log } = this.host;
    if (error) return log.error({ err: error, subject: this.#subject }, 'a NATS subscription failed');
    try {
      this.handle(new NatsMessage(this.host, message));
    } catch (fault) {
      log.error({ err: fault, subject: this.#subject }, 'a message handler failed');
    }
  }
}

class NatsMessage implements Message {
  constructor(
    private readonly host: SubscriptionHost,
    private readonly message: Msg,
  ) {}

  get data(): Uint8Array {
    return this.message.data;
  }

  respond(data: Uint8Array): void {
    this.host.respond(this.message, data);
  }
}
