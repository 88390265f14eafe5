import { audioSubject, type Bus } from '@parley/bus';
import { StreamBus } from '@parley/bus/bus/stream-bus';
import { NatsTransport } from '@parley/bus/nats/nats-transport';
import type { Message, Subscription, Transport } from '@parley/bus/transport';

export interface EngineBuses {
  /** Hears sessions to the end as long as there are few, of others the first frame. */
  readonly hearing: Bus;
  /** Hears no audio. */
  readonly deaf: Bus;
}

const quiet = {
  warn: () => undefined,
  error: () => undefined,
  info: () => undefined,
  debug: () => undefined,
};

/**
 * The bus for engines that need to hear next to nothing: to take the audio of all sessions would be most of the bench's
 * own load, and the gateway does not notice.
 */
export async function connectEngines(servers: string, heardToTheEnd: number): Promise<EngineBuses> {
  const transport = await NatsTransport.connect({
    servers,
    name: 'bench',
    log: quiet,
    connectTimeoutMs: 10_000,
  });
  return {
    hearing: new StreamBus(new HardOfHearing(transport, heardToTheEnd, true)),
    deaf: new StreamBus(new HardOfHearing(transport, 0, false)),
  };
}

const audio = audioSubject('');

class HardOfHearing implements Transport {
  constructor(
    private readonly inner: Transport,
    private heardToTheEnd: number,
    private readonly hearsBeginnings: boolean,
  ) {}

  get status(): Transport['status'] {
    return this.inner.status;
  }

  onStatus: Transport['onStatus'] = (listener) => this.inner.onStatus(listener);
  publish: Transport['publish'] = (subject, data) => this.inner.publish(subject, data);
  request: Transport['request'] = (subject, data, timeoutMs) => this.inner.request(subject, data, timeoutMs);
  gather: Transport['gather'] = (subject, data, timeoutMs) => this.inner.gather(subject, data, timeoutMs);
  flush: Transport['flush'] = (timeoutMs) => this.inner.flush(timeoutMs);
  close: Transport['close'] = () => this.inner.close();

  subscribe(subject: string, handle: (message: Message) => void, queue?: string): Subscription {
    if (!subject.startsWith(audio)) return this.inner.subscribe(subject, handle, queue);
    if (!this.hearsBeginnings) return { unsubscribe: () => undefined, leave: () => undefined };
    if (this.heardToTheEnd > 0) {
      this.heardToTheEnd -= 1;
      return this.inner.subscribe(subject, handle);
    }
    const subscription = this.inner.subscribe(subject, (message) => {
      subscription.unsubscribe();
      handle(message);
    });
    return subscription;
  }
}
