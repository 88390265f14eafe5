import { Side, type DropReason, type SidePort } from '../core/side';
import { BusError } from '../errors';
import type { InboundFrame, SendOptions, Stream, StreamClose, StreamHandlers } from '../stream';
import type { Subscription } from '../transport';
import { decodeFrame } from '../wire/frames';
import type { BusContext } from './context';
import { Delivery, type Faults } from './delivery';
import type { Peer } from './peers';
import type { Ticking } from './ticker';

/** Who made a stream. */
export interface StreamOwner {
  /** Called once, before the stream's handlers hear of it. */
  streamClosed(stream: BusStream): void;
}

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
  readonly owner: StreamOwner;
}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: BusError) => void;
}

/**
 * One side of a stream on a transport: subscriptions, handlers and metrics around the pure `Side`. It is all that its
 * parts call back, as there are thousands of streams, and each object of theirs is looked at by every large collection.
 */
export class BusStream implements Stream, Ticking, SidePort, Faults {
  workerId = '';
  readonly #side: Side;
  readonly #delivery: Delivery;
  readonly #traffic;
  readonly #subscription: Subscription;
  readonly #shared: Subscription | undefined;
  /** For credit; most streams never do. */
  #waiting: Waiting[] | undefined;
  #sharedSeq = 0;
  #close: StreamClose | undefined;
  #opened = false;
  #peer: Peer | undefined;

  constructor(
    private readonly context: BusContext,
    private readonly options: BusStreamOptions,
  ) {
    const { settings, transport, metrics, ticker } = context;
    this.#traffic = metrics.traffic(options.service);
    this.#delivery = new Delivery(this);
    this.#side = new Side(this, {
      settings,
      window: options.window,
      manualCredit: options.manualCredit,
      connected: transport.status === 'connected',
    });
    this.#subscription = transport.subscribe(options.receiveSubject, ({ data }) => this.#arrive(data));
    this.#shared =
      options.sharedSubject === ''
        ? undefined
        : transport.subscribe(options.sharedSubject, ({ data }) => this.#arriveShared(data));
    ticker.add(this);
  }

  get id(): string {
    return this.options.id;
  }

  get service(): string {
    return this.options.service;
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
    const { ticker, peers } = this.context;
    if (peer !== '' && !this.closed) this.#peer = peers.join(peer);
    this.#side.open(ticker.nowMs, ticker.awakeMs, peer !== '');
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
    return new Promise((resolve, reject) => (this.#waiting ??= []).push({ resolve, reject }));
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

  transmit(bytes: Uint8Array): void {
    this.#traffic.sent(bytes.length);
    this.context.transport.publish(this.options.sendSubject, bytes);
  }

  deliver(frame: InboundFrame): void {
    this.#delivery.frame(frame);
  }

  cancelled(generation: number): void {
    this.#delivery.tell((handlers) => handlers.onCancel?.(generation));
  }

  ended(): void {
    this.#delivery.tell((handlers) => handlers.onEnd?.());
  }

  draining(): void {
    this.#delivery.tell((handlers) => handlers.onDraining?.());
  }

  creditArrived(): void {
    if (this.credit > 0) for (const { resolve } of this.#takeWaiting()) resolve();
  }

  dropped(reason: DropReason): void {
    this.#traffic.drop(reason);
  }

  closedAs(close: StreamClose): void {
    this.#close = close;
    if (close.kind === 'lost' && this.#opened) this.context.metrics.lost(this.service);
    this.options.owner.streamClosed(this);
    this.#delivery.close(close);
    for (const { reject } of this.#takeWaiting()) reject(this.#closedError());
  }

  gone(): void {
    this.context.ticker.delete(this);
    this.#peer?.leave();
    this.#peer = undefined;
    this.#subscription.unsubscribe();
    this.#shared?.unsubscribe();
  }

  #takeWaiting(): readonly Waiting[] {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    return waiting;
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
    this.context.log.warn({ err: error, streamId: this.id, service: this.service }, 'frame not readable');
  }

  failed(error: unknown): void {
    this.context.log.error(
      { err: error, streamId: this.id, service: this.service },
      'a stream handler failed',
    );
    this.close({ code: 'internal', message: 'the stream handler failed', retryable: true });
  }

  #closedError(): BusError {
    const how = this.#close?.kind === 'failed' ? this.#close.code : (this.#close?.kind ?? 'closed');
    return new BusError('closed', `the stream is closed: ${how}`);
  }
}
