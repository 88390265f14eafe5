import { Registry } from 'prom-client';
import { systemClock, type Clock } from '../clock';
import { defaultSettings, type StreamSettings } from '../core/settings';
import { silentLog, type BusLog } from '../log';
import { BusMetrics } from '../metrics';
import type {
  AcceptStream,
  AnswerRequest,
  Broadcast,
  Bus,
  BusStatus,
  OpenOptions,
  ServeOptions,
  Serving,
  Stream,
} from '../stream';
import { checkedSubject } from '../subjects';
import type { Transport } from '../transport';
import { BusStream } from './bus-stream';
import { Caller } from './caller';
import type { BusContext } from './context';
import { Peers } from './peers';
import { Requests } from './requests';
import { StreamServing } from './serving';
import { SharedFrames } from './shared-frames';
import { StatusLog } from './status-log';
import { Ticker } from './ticker';

export interface StreamBusOptions {
  readonly settings?: Partial<StreamSettings>;
  readonly metrics?: Registry;
  readonly log?: BusLog;
  readonly clock?: Clock;
}

/** Time for the peers to acknowledge that their streams were closed. */
const farewellMs = 300;

const flushTimeoutMs = 5_000;

/** The bus, on any transport. */
export class StreamBus implements Bus {
  protected readonly context: BusContext;
  readonly #caller: Caller;
  readonly #requests: Requests;
  readonly #servings: StreamServing[] = [];
  readonly #statusLog: StatusLog;
  #closing: Promise<void> | undefined;

  constructor(transport: Transport, options: StreamBusOptions = {}) {
    const clock = options.clock ?? systemClock;
    const settings = { ...defaultSettings, ...options.settings };
    const peers = new Peers(transport, settings);
    this.context = {
      transport,
      clock,
      settings,
      metrics: BusMetrics.of(options.metrics ?? new Registry()),
      log: options.log ?? silentLog,
      ticker: new Ticker<BusStream>(clock, settings, (nowMs, awakeMs) => peers.tick(nowMs, awakeMs)),
      peers,
    };
    this.#caller = new Caller(this.context);
    this.#requests = new Requests(this.context);
    this.#statusLog = new StatusLog(this.context.log, clock);
    transport.onStatus((status) => this.#statusChanged(status));
  }

  get status(): BusStatus {
    return this.context.transport.status;
  }

  onStatus(listener: (status: BusStatus) => void): () => void {
    return this.context.transport.onStatus(listener);
  }

  open(options: OpenOptions): Promise<Stream> {
    return this.#caller.open(options);
  }

  async serve(options: ServeOptions, accept: AcceptStream): Promise<Serving> {
    const serving = new StreamServing(this.context, options, accept);
    this.#servings.push(serving);
    await this.#known();
    return serving;
  }

  broadcast(subject: string): Broadcast {
    const { transport, metrics } = this.context;
    return new SharedFrames(checkedSubject(subject), transport, metrics.traffic('shared'));
  }

  request(subject: string, payload: Uint8Array, timeoutMs: number): Promise<Uint8Array> {
    return this.#requests.request(subject, payload, timeoutMs);
  }

  gather(subject: string, payload: Uint8Array, timeoutMs: number): Promise<readonly Uint8Array[]> {
    return this.#requests.gather(subject, payload, timeoutMs);
  }

  async respond(subject: string, answer: AnswerRequest): Promise<void> {
    this.#requests.respond(subject, answer);
    await this.#known();
  }

  /** The message system knows of every subscription; one that is away hears of them when it is back. */
  async #known(): Promise<void> {
    try {
      await this.context.transport.flush(flushTimeoutMs);
    } catch (error) {
      this.context.log.warn({ err: error }, 'subscriptions will be known once the bus is connected');
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const { ticker, transport, clock } = this.context;
    await Promise.all(this.#servings.map((serving) => serving.drain(0)));
    for (const stream of ticker.streams) {
      stream.close({ code: 'draining', message: 'the peer closed its bus', retryable: true });
    }
    const untilMs = clock.nowMs() + farewellMs;
    while (transport.status === 'connected' && ticker.streams.length > 0 && clock.nowMs() < untilMs) {
      await new Promise<void>((resolve) => clock.after(5, resolve));
    }
    for (const stream of ticker.streams) stream.abandon('the bus was closed');
    await transport.close();
  }

  #statusChanged(status: BusStatus): void {
    const { ticker, peers, metrics } = this.context;
    this.#statusLog.changed(status);
    if (status === 'closed') {
      for (const stream of ticker.streams) stream.abandon('the bus was closed');
      return;
    }
    if (status === 'connected') metrics.reconnected();
    peers.connection(status === 'connected');
    ticker.connection(status === 'connected');
  }
}
