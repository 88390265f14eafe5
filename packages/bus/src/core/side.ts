import type { v1 } from '@parley/contracts';
import type { InboundFrame, SendOptions, StreamClose } from '../stream';
import { encodeFrame, type Body, type Header, type ReceivedFrame } from '../wire/frames';
import { Assembly, partsOf } from '../wire/parts';
import { Credit } from './credit';
import { Generations } from './generations';
import { Inbox } from './inbox';
import { Liveness, type News } from './liveness';
import { Outbox } from './outbox';
import type { StreamSettings } from './settings';

export type DropReason = 'cancelled' | 'deadline' | 'duplicate' | 'gap' | 'not_sent' | 'ended';

/** What a side does to the world. Called synchronously from the side's own methods. */
export interface SidePort {
  transmit(bytes: Uint8Array): void;
  deliver(frame: InboundFrame): void;
  cancelled(generation: number): void;
  ended(): void;
  draining(): void;
  creditArrived(): void;
  dropped(reason: DropReason): void;
  /** Exactly once. Nothing is delivered after it. */
  closedAs(close: StreamClose): void;
  /** Exactly once, not before `closedAs`: no frame will be sent or wanted any more. */
  gone(): void;
}

export interface SideOptions {
  readonly settings: StreamSettings;
  /** Payload frames the peer may send before the first grant. */
  readonly window: number;
  readonly manualCredit: boolean;
  readonly connected: boolean;
}

/**
 * opening: frames pass, nobody is missed yet · open · closing: closed for the application, the peer has not
 * yet acknowledged it · gone.
 */
type Phase = 'opening' | 'open' | 'closing' | 'gone';

/**
 * One side of a stream: order, credit, generations, liveness and the end, without I/O, timers or a clock.
 * Frames of a side are numbered and kept until acknowledged, so that a reconnect loses nothing.
 */
export class Side {
  #phase: Phase = 'opening';
  #ended = false;
  #peerEnded = false;
  #closedForMs = 0;
  #acknowledgedSeq = 0;
  /** The peer wants to know what has come. */
  #asked = false;
  #tickedMs = 0;
  #awakeMs = 0;
  /** At its last tick. */
  #resting = false;
  #roused = false;
  readonly #generations = new Generations();
  readonly #credit: Credit;
  readonly #inbox: Inbox;
  readonly #outbox: Outbox;
  readonly #liveness: Liveness;
  /** Since a payload came in parts; hardly any does. */
  #assembly: Assembly | undefined;
  readonly #settings: StreamSettings;

  constructor(
    private readonly port: SidePort,
    { settings, window, manualCredit, connected }: SideOptions,
  ) {
    this.#settings = settings;
    this.#credit = new Credit(window, manualCredit);
    this.#inbox = new Inbox(settings.resendAfterMs);
    this.#outbox = new Outbox(settings.maxUnacknowledgedFrames, settings.maxUnacknowledgedBytes);
    this.#liveness = new Liveness(settings, connected);
    this.#connected = connected;
  }

  #connected: boolean;

  get credit(): number {
    return this.closed ? 0 : this.#credit.available;
  }

  get closed(): boolean {
    return this.#phase === 'closing' || this.#phase === 'gone';
  }

  /** The peer granted its first credit. */
  credited(frames: number): void {
    this.#credit.add(frames);
  }

  /** Claimed: from now on the peer's silence counts. `peerBeats`: its process beats for all its streams. */
  open(nowMs: number, awakeMs: number, peerBeats: boolean): void {
    if (this.#phase !== 'opening') return;
    this.#phase = 'open';
    this.#tickedMs = nowMs;
    this.#awakeMs = awakeMs;
    if (peerBeats) this.#liveness.relieve();
  }

  send(payload: Uint8Array, options: SendOptions = {}): boolean {
    if (this.closed || this.#ended) return false;
    const parts = partsOf(payload);
    const generation = options.generation ?? this.#generations.current;
    if (this.#credit.available === 0) return false;
    if (!this.#generations.sending(generation)) {
      this.port.dropped('not_sent');
      return true;
    }
    this.#credit.take();
    const header = { generation, deadlineUnixMs: options.deadlineUnixMs ?? 0 };
    const last = parts.length - 1;
    parts.forEach((part, index) => this.#transmit({ payload: part }, { ...header, more: index < last }));
    return true;
  }

  grant(frames: number): void {
    if (this.closed || frames <= 0) return;
    this.#transmit({ credit: { frames, acknowledgedSeq: this.#acknowledge() } });
  }

  cancel(generation: number): void {
    if (this.closed || !this.#generations.cancel(generation)) return;
    this.#transmit({ cancel: { generation } });
  }

  end(): void {
    if (this.closed || this.#ended) return;
    this.#ended = true;
    this.#transmit({ end: {} });
    if (this.#peerEnded) this.close();
  }

  announceDraining(): void {
    if (!this.closed) this.#transmit({ draining: {} });
  }

  close(error?: { code: string; message: string; retryable: boolean }): void {
    if (this.closed) return;
    this.#transmit({ close: error ?? { code: '', message: '', retryable: false } });
    if (this.closed) return;
    this.#phase = 'closing';
    this.port.closedAs(error === undefined ? { kind: 'ended' } : { kind: 'failed', ...error });
  }

  /** Gives the stream up without waiting for the peer. */
  lose(message: string): void {
    if (this.#phase === 'gone') return;
    const wasClosed = this.closed;
    this.#phase = 'gone';
    // Should the peer live after all, it learns that its work is no longer wanted.
    if (!wasClosed && this.#connected) {
      this.port.transmit(this.#encode({ close: { code: lostCode, message, retryable: true } }, {}));
    }
    if (!wasClosed) this.port.closedAs({ kind: 'lost', message });
    this.port.gone();
  }

  connection(connected: boolean): void {
    if (connected === this.#connected || this.#phase === 'gone') return;
    this.#connected = connected;
    this.#liveness.connection(connected);
    if (connected && this.#phase !== 'opening') this.#heartbeat(false);
  }

  /**
   * `awakeMs`: a clock that goes while this process could hear something; `peerSilentMs`: how long it heard nothing of the
   * peer's process, if that beats. Returns whether it is at rest.
   */
  tick(nowMs: number, awakeMs: number, peerSilentMs: number): boolean {
    const elapsedMs = nowMs - this.#tickedMs;
    const passedMs = awakeMs - this.#awakeMs;
    this.#tickedMs = nowMs;
    this.#awakeMs = awakeMs;
    if (this.#phase !== 'opening' && this.#phase !== 'gone') this.#pass(elapsedMs, passedMs, peerSilentMs);
    this.#roused = false;
    this.#resting =
      this.#phase === 'open' && this.#liveness.steady && this.#news === 'none' && !this.#inbox.missing;
    return this.#resting;
  }

  /** Whether something came since it was at rest that it should not wait with until then; told once. */
  rouse(): boolean {
    if (!this.#resting || this.#roused || this.#news === 'none') return false;
    this.#roused = true;
    return true;
  }

  #pass(elapsedMs: number, awakeMs: number, peerSilentMs: number): void {
    const { lostAfterMs } = this.#settings;
    // Since when it is so is not known of what was sent at rest.
    const unanswered = !this.#outbox.settled && !this.#resting;
    if (this.#liveness.elapse({ elapsedMs, awakeMs, peerSilentMs, unanswered }) === 'lost')
      return this.lose('the peer fell silent');
    if (this.#connected) this.#inbox.elapse(awakeMs);
    if (this.#inbox.gapMs >= lostAfterMs) return this.lose('frames were lost');
    if (this.#phase === 'closing' && this.#connected) {
      this.#closedForMs += awakeMs;
      if (this.#closedForMs >= 2 * lostAfterMs) return this.#vanish();
    }
    if (this.#connected && this.#inbox.takeResendRequest()) this.#heartbeat(true);
    else if (this.#liveness.isHeartbeatDue(this.#news)) this.#heartbeat(false);
  }

  /** A frame of the peer, as it arrived; `unixMs` is the time of day. */
  receive(frame: ReceivedFrame, unixMs: number): void {
    if (this.#phase === 'gone') return;
    this.#liveness.heard();
    if (frame.body === 'heartbeat') return this.#heartbeatArrived(frame);
    const arrival = this.#inbox.arrive(frame.seq);
    if (arrival !== 'next') {
      this.port.dropped(arrival);
      if (this.#inbox.takeResendRequest()) this.#heartbeat(true);
      return;
    }
    this.#take(frame, unixMs);
  }

  #take(frame: ReceivedFrame, unixMs: number): void {
    switch (frame.body) {
      case 'payload':
        return this.#payload(frame, frame.payload ?? new Uint8Array(), unixMs);
      case 'credit':
        this.#outbox.acknowledge(frame.credit?.acknowledgedSeq ?? 0);
        this.#credit.add(frame.credit?.frames ?? 0);
        if (!this.closed) this.port.creditArrived();
        return;
      case 'cancel':
        return this.#cancelArrived(frame.cancel?.generation ?? 0);
      case 'end':
        return this.#endArrived();
      case 'draining':
        if (!this.closed) this.port.draining();
        return;
      case 'close':
        return this.#closeArrived(frame.close ?? {});
      default: // a body of a later version of the protocol
    }
  }

  #payload(frame: ReceivedFrame, part: Uint8Array, unixMs: number): void {
    if (this.closed) return;
    if (frame.more) this.#assembly ??= new Assembly();
    const payload = this.#assembly === undefined ? part : this.#assembly.add(part, frame.more);
    if (payload === undefined) return;
    const { seq, generation, deadlineUnixMs } = frame;
    const drop = this.#reasonToDrop(generation, deadlineUnixMs, unixMs);
    if (drop === undefined) this.port.deliver({ payload, generation, seq, shared: false });
    else this.port.dropped(drop);
    this.grant(drop === undefined ? this.#credit.handled() : this.#credit.dropped());
  }

  #reasonToDrop(generation: number, deadlineUnixMs: number, unixMs: number): DropReason | undefined {
    if (this.#peerEnded) return 'ended';
    if (!this.#generations.receiving(generation)) return 'cancelled';
    return deadlineUnixMs > 0 && unixMs > deadlineUnixMs ? 'deadline' : undefined;
  }

  #cancelArrived(generation: number): void {
    if (!this.closed && this.#generations.cancel(generation)) this.port.cancelled(generation);
  }

  #endArrived(): void {
    if (this.closed || this.#peerEnded) return;
    this.#peerEnded = true;
    this.port.ended();
    if (this.#ended) this.close();
  }

  #closeArrived(close: v1.Close.$Properties): void {
    this.#heartbeat(false);
    const wasClosed = this.closed;
    this.#phase = 'gone';
    if (!wasClosed) this.port.closedAs(closeOf(close));
    this.port.gone();
  }

  #heartbeatArrived(frame: ReceivedFrame): void {
    this.#outbox.acknowledge(frame.heartbeat?.acknowledgedSeq ?? 0);
    this.#inbox.announce(frame.seq);
    if (frame.heartbeat?.ask === true) this.#asked = true;
    if (this.#phase === 'closing' && this.#outbox.settled) return this.#vanish();
    if (frame.heartbeat?.resend === true && this.#connected) {
      for (const bytes of this.#outbox.unacknowledged()) this.port.transmit(bytes);
    }
    if (this.#connected && this.#inbox.takeResendRequest()) this.#heartbeat(true);
  }

  #vanish(): void {
    this.#phase = 'gone';
    this.port.gone();
  }

  #heartbeat(resend: boolean): void {
    if (!this.#connected) return;
    const ask = !this.#outbox.settled || this.#liveness.inDoubt;
    const heartbeat = { acknowledgedSeq: this.#acknowledge(), resend, ask };
    this.port.transmit(encodeFrame({ seq: this.#outbox.lastSeq }, { heartbeat }));
    this.#liveness.sent();
  }

  #acknowledge(): number {
    this.#asked = false;
    this.#acknowledgedSeq = this.#inbox.receivedSeq;
    return this.#acknowledgedSeq;
  }

  get #news(): News {
    if (this.#asked) return 'urgent';
    return !this.#outbox.settled || this.#acknowledgedSeq < this.#inbox.receivedSeq ? 'some' : 'none';
  }

  #encode(body: Body, header: Omit<Header, 'seq'>): Uint8Array {
    const seq = this.#outbox.next();
    const bytes = encodeFrame({ seq, ...header }, body);
    this.#outbox.keep(bytes);
    return bytes;
  }

  #transmit(body: Body, header: Omit<Header, 'seq'> = {}): void {
    const bytes = this.#encode(body, header);
    if (this.#connected) {
      this.port.transmit(bytes);
      this.#liveness.sent();
    }
    if (this.#outbox.overfull) this.lose('the peer acknowledges nothing');
  }
}

const lostCode = 'lost';

function closeOf(close: v1.Close.$Properties): StreamClose {
  const message = close.message ?? '';
  if (!close.code) return { kind: 'ended' };
  if (close.code === lostCode) return { kind: 'lost', message };
  return { kind: 'failed', code: close.code, message, retryable: close.retryable ?? false };
}
