import { serverError } from '@parley/protocol';
import type { Logger } from '@parley/telemetry';
import type { RawData, WebSocket } from 'ws';
import type { LiveSession, SessionFactory, SessionInit } from '../../session/ports';
import { deliver, readFrame } from './inbound';
import type { GatewayMetrics } from './metrics';
import { Outbound, type OutboundOptions } from './outbound';

export interface ConnectionOptions extends OutboundOptions {
  /** How long the session may take until `session.created`. */
  readonly sessionStartMs: number;
}

interface Held {
  readonly data: Buffer;
  readonly isBinary: boolean;
}

/**
 * One client and its session. Until the session has sent `session.created` the socket is not read, and the frames
 * that had been read by then wait here: at most what one read of the socket holds.
 */
export class Connection {
  readonly outbound: Outbound;
  #alive = true;
  #session: LiveSession | undefined;
  #created = false;
  #ended = false;
  #held: Held[] = [];
  #startTimer: NodeJS.Timeout;

  constructor(
    private readonly socket: WebSocket,
    factory: SessionFactory,
    init: SessionInit,
    options: ConnectionOptions,
    private readonly metrics: GatewayMetrics,
    private readonly log: Logger,
  ) {
    this.outbound = new Outbound(socket, options, metrics);
    this.outbound.onCreated = () => this.#onCreated();
    socket.on('message', (data, isBinary) => this.#onMessage(data, isBinary));
    socket.on('pong', () => (this.#alive = true));
    socket.on('error', (error) => this.log.debug({ err: error }, 'socket error'));
    socket.on('close', (code) => this.#onClose(code));
    this.#startTimer = setTimeout(
      () => this.#fail('The session did not start in time.'),
      options.sessionStartMs,
    );
    socket.pause();
    this.#guard(() => {
      this.#session = factory.open(this.outbound, init);
      this.#release();
    });
  }

  /** Called at every ping interval: cuts a client that has not shown life since the last one. */
  beat(): void {
    if (!this.#alive && !this.socket.isPaused) {
      this.socket.terminate();
      return;
    }
    this.#alive = false;
    this.socket.ping();
  }

  #onCreated(): void {
    this.#created = true;
    clearTimeout(this.#startTimer);
    this.#release();
  }

  /** Handles what came early, then reads on. */
  #release(): void {
    if (!this.#created || !this.#session) return;
    const held = this.#held;
    this.#held = [];
    for (const { data, isBinary } of held) this.#handle(data, isBinary);
    this.socket.resume();
  }

  #onMessage(data: RawData, isBinary: boolean): void {
    this.#alive = true;
    const frame = Buffer.isBuffer(data)
      ? data
      : Buffer.concat(Array.isArray(data) ? data : [Buffer.from(data)]);
    this.metrics.receivedBytes.inc(frame.length);
    if (!this.#created || !this.#session) this.#held.push({ data: frame, isBinary });
    else this.#handle(frame, isBinary);
  }

  #handle(data: Buffer, isBinary: boolean): void {
    const session = this.#session;
    if (!session || this.outbound.closing || this.#ended) return;
    const frame = readFrame(data, isBinary);
    if (frame.kind === 'error') {
      this.outbound.sendError(frame.error);
      return;
    }
    const type = frame.kind === 'append' ? 'input_audio_buffer.append' : frame.event.type;
    this.metrics.receivedEvents.inc({ type });
    this.#guard(() => deliver(frame, session));
  }

  #onClose(code: number): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#held = [];
    clearTimeout(this.#startTimer);
    this.metrics.closed.inc({ code: String(code) });
    this.#guard(() => this.#session?.disconnected(code));
  }

  /** A fault of ours ends this session and no other. */
  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.log.error({ err: error }, 'a session failed');
      this.#fail('The server had an error while processing the session.');
    }
  }

  #fail(message: string): void {
    this.outbound.sendError(serverError('server_error', message));
    this.outbound.close(1011, 'server_error');
  }
}
