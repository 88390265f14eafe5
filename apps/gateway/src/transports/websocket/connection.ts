import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseAppend, rateLimitError, serverError, type ProtocolError } from '@parley/protocol';
import type { Logger } from '@parley/telemetry';
import { WebSocket, type RawData } from 'ws';
import type { RequestAllowance } from '@parley/admission';
import type { LiveSession, SessionFactory, SessionInit } from '../../session/ports';
import { readDirectly } from './direct-reads';
import { readFrame, type Frame } from './inbound';
import { loopTurn } from './loop-turn';
import type { GatewayMetrics } from './metrics';
import { Outbound, type OutboundOptions } from './outbound';
import type { Wire } from './wire';

export interface ConnectionOptions extends OutboundOptions {
  /** A longer frame ends the connection with 1009. */
  readonly maxFrameBytes: number;
  /** A client that shows no life from one ping to the next is cut. */
  readonly pingMs: number;
  /** How long the session may take until `session.created`. */
  readonly sessionStartMs: number;
}

/** A client is told that it is over its limit once its events have waited for so long. */
const tellAfterMs = 1_000;

/** A client that sends a flood is read for so long at a time, and then the others. */
const sliceMs = 5;

/** Audio that a session hears at a time: of more it would hear for longer than that. */
const maxPartBytes = 64 * 1024;

interface Held {
  readonly data: Buffer;
  readonly isBinary: boolean;
}

type Append = Pick<Extract<Frame, { kind: 'append' }>, 'audio' | 'eventId'>;

/** What is still to be heard of an append. */
interface Rest {
  readonly rest: Append;
}

/**
 * One client and its session. Until the session has sent `session.created`, while its key is over its requests per
 * second, while its audio is far ahead of what is heard, and when it has had its share of the event loop, the socket
 * is not read, and the frames that had been read by then wait here: at most what one read of the socket holds. Nothing
 * is lost.
 */
export class Connection {
  readonly outbound: Outbound;
  #alive = true;
  #session: LiveSession | undefined;
  #created = false;
  #ended = false;
  readonly #held: (Held | Rest)[] = [];
  #catchingUp = false;
  /** The newest turn of the event loop in which something was read, and when its slice ends. */
  #sliceTurn = -1;
  #sliceEndMs = 0;
  #startTimer: NodeJS.Timeout | undefined;
  /** Each connection's own: pings of all at once would hold up everybody's audio. */
  readonly #pings: NodeJS.Timeout;

  constructor(
    private readonly socket: WebSocket,
    stream: Duplex,
    factory: SessionFactory,
    private readonly wire: Wire,
    init: SessionInit,
    private readonly allowance: RequestAllowance,
    options: ConnectionOptions,
    private readonly metrics: GatewayMetrics,
    /** Made when there is something to say, which is seldom. */
    private readonly log: () => Logger,
  ) {
    this.outbound = new Outbound(socket, stream, wire, options, metrics);
    this.outbound.onCreated = () => this.#onCreated();
    socket.on('message', (data, isBinary) => this.#onMessage(data, isBinary));
    readDirectly(stream, (text) => text.length <= options.maxFrameBytes && this.#takeAppend(text));
    socket.on('pong', () => (this.#alive = true));
    socket.on('error', (error) => this.log().debug({ err: error }, 'socket error'));
    socket.on('close', (code) => this.#onClose(code));
    this.#startTimer = setTimeout(
      () => this.#fail('The session did not start in time.'),
      options.sessionStartMs,
    );
    this.#pings = setInterval(() => this.#beat(), options.pingMs).unref();
    socket.pause();
    this.#guard(() => {
      this.#session = factory.open(this.outbound, init);
      this.#release();
    });
  }

  /** Cuts a client that has not shown life since the last ping. */
  #beat(): void {
    if (!this.#alive && !this.socket.isPaused) {
      this.socket.terminate();
      return;
    }
    this.#alive = false;
    this.socket.ping();
  }

  #onCreated(): void {
    this.#created = true;
    this.#session = this.#session?.begun ?? this.#session;
    clearTimeout(this.#startTimer);
    this.#startTimer = undefined;
    this.#release();
  }

  /** Handles what came early, then reads on. */
  #release(): void {
    if (this.#ready) void this.#catchUp();
  }

  get #ready(): boolean {
    return this.#created && this.#session !== undefined;
  }

  /** Nearly all that comes is audio, and is handled where it was read, if nothing waits. */
  #takeAppend(text: Buffer): boolean {
    const session = this.#session;
    if (!session || !this.#created || this.socket.readyState !== WebSocket.OPEN) return false;
    if (this.#catchingUp || session.room !== undefined || !this.#inSlice()) return false;
    const append = parseAppend(text);
    if (!append || !this.allowance.trySpend()) return false;
    this.#alive = true;
    this.metrics.receivedBytes.add(text.length);
    try {
      this.#append(append.audio, append.eventId, session);
    } catch (error) {
      this.#failed(error);
    }
    return true;
  }

  get #takes(): boolean {
    return this.#ready && this.#session?.room === undefined;
  }

  #onMessage(data: RawData, isBinary: boolean): void {
    this.#alive = true;
    const frame = Buffer.isBuffer(data)
      ? data
      : Buffer.concat(Array.isArray(data) ? data : [Buffer.from(data)]);
    this.metrics.receivedBytes.add(frame.length);
    if (this.#takes && this.#held.length === 0 && this.#inSlice() && this.allowance.trySpend()) {
      this.#handle(frame, isBinary);
      return;
    }
    this.#held.push({ data: frame, isBinary });
    this.#release();
  }

  #inSlice(): boolean {
    const nowMs = performance.now();
    const turn = loopTurn();
    if (turn !== this.#sliceTurn) {
      this.#sliceTurn = turn;
      this.#sliceEndMs = nowMs + sliceMs;
    }
    return nowMs < this.#sliceEndMs;
  }

  /** Handles what waits, as fast as the key's limit allows, and reads on when nothing does. */
  async #catchUp(): Promise<void> {
    if (this.#catchingUp) return;
    this.#catchingUp = true;
    this.socket.pause();
    const startMs = performance.now();
    let told = false;
    for (let next = this.#held[0]; next !== undefined && !this.#ended; next = this.#held[0]) {
      const room = this.#session?.room;
      if (room !== undefined) {
        await room;
        continue;
      }
      while (!this.#inSlice()) await nextTurn();
      if ('rest' in next) {
        this.#held.shift();
        this.#hear(next.rest);
        continue;
      }
      if (!this.allowance.trySpend()) {
        const spent = await this.allowance.spend();
        if (!spent.ok) {
          this.metrics.throttled.inc();
          if (!told && performance.now() - startMs > tellAfterMs) {
            told = true;
            this.outbound.sendError(overLimit(this.allowance.facts.limit));
          }
          await sleep(spent.retryAfterMs);
          continue;
        }
      }
      this.#held.shift();
      this.#handle(next.data, next.isBinary);
    }
    this.#catchingUp = false;
    this.socket.resume();
  }

  #handle(data: Buffer, isBinary: boolean): void {
    const session = this.#session;
    if (!session || this.outbound.closing || this.#ended) return;
    this.#guard(() => this.#read(readFrame(data, isBinary, this.wire), session));
  }

  #read(frame: Frame, session: LiveSession): void {
    if (frame.kind === 'error') return session.refuse(frame.error);
    if (frame.kind === 'answer') return this.outbound.sendAnswer(frame.event);
    if (frame.kind === 'append') return this.#append(frame.audio, frame.eventId, session);
    this.metrics.receivedEvents.add(1, frame.event.type);
    session.receive(frame.event, frame.extras);
  }

  #append(audio: Buffer, eventId: string | undefined, session: LiveSession): void {
    this.metrics.receivedAppends.count += 1;
    if (audio.byteLength > maxPartBytes) this.#hear({ audio, eventId });
    else session.appendAudio(audio, eventId);
  }

  /** Audio of minutes takes a while to be heard: part after part, and what came after it waits. */
  #hear({ audio, eventId }: Append): void {
    const session = this.#session;
    if (!session || this.outbound.closing || this.#ended) return;
    this.#guard(() => session.appendAudio(audio.subarray(0, maxPartBytes), eventId));
    if (audio.byteLength <= maxPartBytes) return;
    this.#held.unshift({ rest: { audio: audio.subarray(maxPartBytes), eventId } });
    this.#release();
  }

  #onClose(code: number): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#held.length = 0;
    clearTimeout(this.#startTimer);
    clearInterval(this.#pings);
    this.metrics.closed.inc({ code: String(code) });
    this.#guard(() => this.#session?.disconnected(code));
  }

  /** A fault of ours ends this session and no other. */
  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    this.log().error({ err: error }, 'a session failed');
    this.#fail('The server had an error while processing the session.');
  }

  #fail(message: string): void {
    this.outbound.sendError(serverError('server_error', message));
    this.outbound.close(1011, 'server_error');
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const overLimit = (perSecond: number): ProtocolError =>
  rateLimitError(
    `Rate limit reached for this key: ${perSecond} requests per second. Your events are handled as fast as that allows.`,
  );
