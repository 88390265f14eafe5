import { Side, type SidePort } from '../core/side';
import { BusError } from '../errors';
import type { SendOptions, Stream, StreamClose, StreamHandlers } from '../stream';
import type { Subscription } from '../transport';
import { decodeFrame } from '../wire/frames';
import type { BusContext } from './context';
import { Delivery } from './delivery';
import type { Peer } from './peers';
import type { Ticking } from './ticker';

export interface BusStreamOptions {
  readonly id: string;
  readonly sessionId: string;
  readonly service: string;
  readonly receiveSubject: string;
  readonly sendSubject: string;
  /** Empty = none. */
  readonly sharedSubject: string;
  /** Payload frames the peer may send before the first grant. */
  readonly window: number;
  readonly manualCredit: boolean;
  /** Called once when the stream is closed, before the handlers hear of it. */
  readonly onClosed: (close: StreamClose) => void;
}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: BusError) => void;
}

/** One side of a stream on a transport: subscriptions, handlers and metrics around the pure `Side`. */
export class BusStream implements Stream, Ticking {
  workerId = '';
  readonly #side: Side;
  readonly #delivery: Delivery;
  readonly #traffic;
  readonly #subscriptions: Subscription[];
  #waiting: Waiting[] = [];
  #sharedSeq = 0;
  #close: StreamClose | undefined;
  #opened = false;
  #peer: Peer | undefined;

  constructor(
    private readonly context: BusContext,
    private readonly options: BusStreamOptions,
  ) {
    const { clock, settings, transport, metrics, ticker } = context;
    this.#traffic = metrics.traffic(options.service);
    this.#delivery = new Delivery((error) => this.#failed(error));
    this.#side = new Side(this.#port(), {
      settings,
      window: options.window,
      manualCredit: options.manualCredit,
      connected: transport.status === 'connected',
      nowMs: clock.nowMs(),
    });
    this.#subscriptions = [transport.subscribe(options.receiveSubject, ({ data }) => this.#arrive(data))];
    if (options.sharedSubject !== '') {
      const shared = transport.subscribe(options.sharedSubject, ({ data }) => this.#arriveShared(data));
      this.#subscriptions.push(shared);
    }
    ticker.add(this);
  }

  get id(): string {
    return this.options.id;
  }

  get sessionId(): string {
    return this.options.sessionId;
  }

  get closed(): boolean {
    return this.#side.closed;
  }

  get credit(): number {
    return this.#side.credit;
  }

  /** How the stream ended, once it has. */
  get closeReason(): StreamClose | undefined {
    return this.#close;
  }

  /** The peer's first credit. */
  credited(frames: number): void {
    this.#side.credited(frames);
  }

  /** The claim stands: heartbeats begin, and the peer's silence counts. `peer`: its process; empty: unknown. */
  open(peer: string): void {
    this.#opened = true;
    const { clock, ticker, peers } = this.context;
    if (peer !== '' && !this.closed) this.#peer = peers.join(peer);
    this.#side.open(clock.nowMs(), ticker.awakeMs, peer !== '');
  }

  /** Hands over what was held, and from now on everything as it comes. */
  start(handlers: StreamHandlers): void {
    this.#delivery.start(handlers);
  }

  send(payload: Uint8Array, options?: SendOptions): boolean {
    const sent = this.#side.send(payload, options);
    if (!sent && !this.closed) this.#traffic.creditStalls += 1;
    return sent;
  }

  ready(): Promise<void> {
    if (this.closed) return Promise.reject(this.#closedError());
    if (this.credit > 0) return Promise.resolve();
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  grant(frames: number): void {
    this.#side.grant(frames);
  }

  cancel(generation: number): void {
    this.#side.cancel(generation);
  }

  end(): void {
    this.#side.end();
  }

  close(error?: { code: string; message: string; retryable: boolean }): void {
    this.#side.close(error);
  }

  announceDraining(): void {
    this.#side.announceDraining();
  }

  /** Gives up without waiting for the peer. */
  abandon(message: string): void {
    this.#side.lose(message);
  }

  connection(connected: boolean): void {
    this.#side.connection(connected);
  }

  tick(nowMs: number, awakeMs: number): boolean {
    return this.#side.tick(nowMs, awakeMs, this.#peer?.silentMs ?? 0);
  }

  #port(): SidePort {
    const { transport, ticker, metrics } = this.context;
    return {
      transmit: (bytes) => {
        this.#traffic.sent(bytes.length);
        transport.publish(this.options.sendSubject, bytes);
      },
      deliver: (frame) => this.#delivery.frame(frame),
      cancelled: (generation) => this.#delivery.tell((handlers) => handlers.onCancel?.(generation)),
      ended: () => this.#delivery.tell((handlers) => handlers.onEnd?.()),
      draining: () => this.#delivery.tell((handlers) => handlers.onDraining?.()),
      creditArrived: () => this.#wake(),
      dropped: (reason) => this.#traffic.drop(reason),
      closed: (close) => {
        this.#close = close;
        if (close.kind === 'lost' && this.#opened) metrics.lost(this.options.service);
        this.options.onClosed(close);
        this.#delivery.close(close);
        for (const { reject } of this.#waiting.splice(0)) reject(this.#closedError());
      },
      gone: () => {
        ticker.delete(this);
        this.#peer?.leave();
        this.#peer = undefined;
        for (const subscription of this.#subscriptions) subscription.unsubscribe();
      },
    };
  }

  #wake(): void {
    if (this.credit > 0) for (const { resolve } of this.#waiting.splice(0)) resolve();
  }

  #arrive(bytes: Uint8Array): void {
    this.#traffic.received(bytes.length);
    try {
      this.#side.receive(decodeFrame(bytes), this.context.clock.unixMs());
      if (this.#side.rouse()) this.context.ticker.rouse(this);
    } catch (error) {
      this.#unreadable(error);
    }
  }

  #arriveShared(bytes: Uint8Array): void {
    this.#traffic.received(bytes.length);
    if (this.closed) return;
    try {
      const { seq, generation, payload } = decodeFrame(bytes);
      // A lower number is a new publisher, after a failover of the caller.
      const missing = seq > this.#sharedSeq && this.#sharedSeq > 0 ? seq - this.#sharedSeq - 1 : 0;
      this.#sharedSeq = seq;
      this.#traffic.sharedMissing += missing;
      if (payload) this.#delivery.frame({ payload, generation, seq, shared: true });
    } catch (error) {
      this.#unreadable(error);
    }
  }

  #unreadable(error: unknown): void {
    this.#traffic.drop('invalid');
    this.context.log.warn(
      { err: error, streamId: this.id, service: this.options.service },
      'frame not readable',
    );
  }

  #failed(error: unknown): void {
    const { service } = this.options;
    this.context.log.error({ err: error, streamId: this.id, service }, 'a stream handler failed');
    this.close({ code: 'internal', message: 'the stream handler failed', retryable: true });
  }

  #closedError(): BusError {
    const how = this.#close?.kind === 'failed' ? this.#close.code : (this.#close?.kind ?? 'closed');
    return new BusError('closed', `the stream is closed: ${how}`);
  }
}
