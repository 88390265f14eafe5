import {
  connect,
  ErrorCode,
  Events,
  NatsError,
  RequestStrategy,
  type ConnectionOptions,
  type Msg,
  type NatsConnection,
} from 'nats';
import { systemClock } from '../clock';
import { BusError } from '../errors';
import { within } from '../bus/within';
import type { BusLog } from '../log';
import type { BusStatus } from '../stream';
import { gatherQuietMs, type Message, type Subscription, type Transport } from '../transport';
import { commander } from './burst';
import { Coalescer } from './coalescer';
import { NatsSubscription, type SubscriptionHost } from './nats-subscription';
import { parseServers } from './servers';
import { StatusListeners } from '../bus/status';

/** Reconnects for ever, soon and often: the messages of that time are lost, so it had better be short. */
const connection: ConnectionOptions = {
  reconnect: true,
  maxReconnectAttempts: -1,
  reconnectTimeWait: 200,
  reconnectJitter: 100,
  timeout: 2_000,
  pingInterval: 1_000,
  maxPingOut: 3,
  noAsyncTraces: true,
};

export interface NatsTransportOptions {
  /** One URL or several, separated by commas. */
  readonly servers: string;
  /** Shown by the server's monitoring. */
  readonly name: string;
  readonly log: BusLog;
  /** Time the first connection may take. */
  readonly connectTimeoutMs: number;
}

const firstPauseMs = 250;

/** Core NATS: at most once, in order per publisher. Audio needs no more, and streams number their frames. */
export class NatsTransport implements Transport, SubscriptionHost {
  readonly #status = new StatusListeners('connected');
  /** Undefined: the client gathers by itself, as well as it does. */
  readonly #outgoing: Coalescer | undefined;

  private constructor(
    private readonly nats: NatsConnection,
    readonly log: BusLog,
  ) {
    const command = commander(nats);
    // The client would keep what is published while it is disconnected, without a bound, and send it stale.
    const send = (bytes: Uint8Array): void => {
      if (this.status === 'connected') command?.(bytes);
    };
    if (command !== undefined) this.#outgoing = new Coalescer(send);
    void this.#follow();
    void this.#followEnd();
  }

  /** Tries until the time is up; rejects with BusError `disconnected`. */
  static async connect(options: NatsTransportOptions): Promise<NatsTransport> {
    const target = parseServers(options.servers);
    const untilMs = performance.now() + options.connectTimeoutMs;
    for (;;) {
      try {
        const nats = await connect({ ...connection, ...target, name: options.name });
        return new NatsTransport(nats, options.log);
      } catch (error) {
        const problem = `NATS is not reachable at ${target.servers.join(', ')}`;
        if (performance.now() + firstPauseMs >= untilMs || isPermanent(error)) {
          throw new BusError('disconnected', problem, !isPermanent(error), { cause: error });
        }
        options.log.warn({ reason: codeOf(error) }, `${problem}; trying again`);
        await new Promise<void>((resolve) => setTimeout(resolve, firstPauseMs));
      }
    }
  }

  get status(): BusStatus {
    return this.#status.current;
  }

  onStatus(listener: (status: BusStatus) => void): () => void {
    return this.#status.listen(listener);
  }

  publish(subject: string, data: Uint8Array): boolean {
    if (this.status !== 'connected') return false;
    // The client says what is wrong with a message that the server would not take.
    if (this.#outgoing === undefined || data.length > (this.nats.info?.max_payload ?? 0)) {
      this.#outgoing?.release();
      this.nats.publish(subject, new Uint8Array(data));
    } else this.#outgoing.add(subject, data);
    return true;
  }

  subscribe(subject: string, handle: (message: Message) => void, queue?: string): Subscription {
    if (this.status === 'closed') throw new BusError('disconnected', 'the bus is closed');
    return new NatsSubscription(this, this.nats, subject, handle, queue);
  }

  respond(message: Msg, data: Uint8Array): void {
    this.#outgoing?.release();
    if (this.status === 'connected') message.respond(data);
  }

  async request(subject: string, data: Uint8Array, timeoutMs: number): Promise<Uint8Array> {
    this.#outgoing?.release();
    try {
      const reply = await this.nats.request(subject, data, { timeout: Math.max(1, timeoutMs) });
      return reply.data;
    } catch (error) {
      throw requestError(subject, error);
    }
  }

  async gather(subject: string, data: Uint8Array, timeoutMs: number): Promise<readonly Uint8Array[]> {
    this.#outgoing?.release();
    const answers: Uint8Array[] = [];
    try {
      const options = { strategy: RequestStrategy.JitterTimer, jitter: gatherQuietMs, maxWait: timeoutMs };
      for await (const { data: answer } of await this.nats.requestMany(subject, data, options))
        answers.push(answer);
    } catch (error) {
      throw requestError(subject, error);
    }
    if (answers.length === 0) throw new BusError('timeout', `no answer on ${subject} in time`);
    return answers;
  }

  async flush(timeoutMs: number): Promise<void> {
    this.#outgoing?.release();
    try {
      await within(systemClock, timeoutMs, this.nats.flush());
    } catch (error) {
      throw BusError.isInstance(error)
        ? error
        : new BusError('disconnected', 'NATS went away', true, { cause: error });
    }
  }

  async close(): Promise<void> {
    if (this.status === 'closed') return;
    if (this.status === 'connected') await this.flush(500).catch(() => undefined);
    await this.nats.close();
    this.#status.set('closed');
  }

  async #followEnd(): Promise<void> {
    const error = await this.nats.closed();
    if (error instanceof Error) this.log.error({ err: error }, 'the NATS connection is closed');
    this.#status.set('closed');
  }

  async #follow(): Promise<void> {
    for await (const { type, data } of this.nats.status()) {
      if (type === Events.Disconnect) this.#status.set('reconnecting');
      else if (type === Events.Reconnect) this.#status.set('connected');
      else if (type === Events.Error)
        this.log.error({ code: typeof data === 'string' ? data : 'unknown' }, 'NATS reported an error');
    }
  }
}

const codeOf = (error: unknown): string => (error instanceof NatsError ? error.code : 'unknown');

const isPermanent = (error: unknown): boolean => error instanceof NatsError && error.isAuthError();

function requestError(subject: string, error: unknown): BusError {
  const cause = { cause: error };
  switch (codeOf(error)) {
    case ErrorCode.NoResponders.toString():
      return new BusError('no_responders', `nobody answers on ${subject}`, true, cause);
    case ErrorCode.Timeout.toString():
      return new BusError('timeout', `no answer on ${subject} in time`, true, cause);
    case ErrorCode.MaxPayloadExceeded.toString():
      return new BusError('invalid_message', `the request on ${subject} is too large`, false, cause);
    default:
      return new BusError('disconnected', `the request on ${subject} failed: ${codeOf(error)}`, true, cause);
  }
}
