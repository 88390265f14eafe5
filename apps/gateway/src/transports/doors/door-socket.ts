import { setTimeout as sleep } from 'node:timers/promises';
import { hasTooManyValues, parseJson, tooManyValues } from '@parley/protocol';
import type { Logger } from '@parley/telemetry';
import { WebSocket, type RawData } from 'ws';
import type { RequestAllowance } from '@parley/admission';
import { grpc, type Status } from '../../doors/inworld/status';
import type { DoorSession } from './socket-door';

export interface DoorSocketOptions {
  readonly maxBufferedBytes: number;
  readonly closeTimeoutMs: number;
  readonly idleMs: number;
}

const pollMs = 5;

interface Held {
  readonly data: RawData;
  readonly isBinary: boolean;
}

/**
 * One client of a door: JSON in and out, one message at a time, and no more on its way than the client reads. While
 * messages wait here the socket is not read: they are what one read of it holds at the most.
 */
export class DoorSocket {
  #session: DoorSession | undefined;
  readonly #held: Held[] = [];
  #handling = false;
  #alive = true;
  #ended = false;
  #idle: NodeJS.Timeout | undefined;

  constructor(
    private readonly ws: WebSocket,
    private readonly allowance: RequestAllowance,
    private readonly options: DoorSocketOptions,
    private readonly log: Logger,
  ) {}

  /** Once, at first. */
  start(session: DoorSession): void {
    this.#session = session;
    this.ws.on('message', (data, isBinary) => this.#onMessage(data, isBinary));
    this.ws.on('pong', () => (this.#alive = true));
    this.ws.on('error', (error) => this.log.debug({ err: error }, 'socket error'));
    this.ws.once('close', () => {
      this.#ended = true;
      clearTimeout(this.#idle);
      session.closed();
    });
    this.#touched();
  }

  get open(): boolean {
    return !this.#ended && this.ws.readyState === WebSocket.OPEN;
  }

  /** Resolves when the client has read enough of what was sent before. */
  async send(message: object): Promise<void> {
    if (!this.open) return;
    this.ws.send(JSON.stringify(message));
    while (this.open && this.ws.bufferedAmount > this.options.maxBufferedBytes) await sleep(pollMs);
  }

  async sendError(status: Status): Promise<void> {
    await this.send({ error: status });
  }

  close(code: number, reason: string): void {
    this.#ended = true;
    this.ws.close(code, reason);
    // A paused socket would never see the client's half of the close.
    this.ws.resume();
    setTimeout(() => this.ws.terminate(), this.options.closeTimeoutMs).unref();
  }

  /** Cuts a client that has not shown life since the last time. */
  beat(): void {
    if (!this.#alive && !this.ws.isPaused) return this.ws.terminate();
    this.#alive = false;
    this.ws.ping();
  }

  #onMessage(data: RawData, isBinary: boolean): void {
    this.#alive = true;
    this.#touched();
    this.#held.push({ data, isBinary });
    if (!this.#handling) void this.#handleAll();
  }

  async #handleAll(): Promise<void> {
    this.#handling = true;
    this.ws.pause();
    for (let next = this.#held.shift(); next !== undefined && !this.#ended; next = this.#held.shift()) {
      await this.#allowed();
      await this.#handle(next);
    }
    this.#handling = false;
    this.ws.resume();
  }

  async #handle({ data, isBinary }: Held): Promise<void> {
    if (isBinary) return this.sendError(invalid('Messages are JSON text.'));
    const bytes = bufferOf(data);
    if (hasTooManyValues(bytes)) return this.sendError(invalid(tooManyValues('The message').message));
    let message: unknown;
    try {
      message = parseJson(bytes);
    } catch {
      return this.sendError(invalid('The message is not valid JSON.'));
    }
    try {
      await this.#session?.receive(message);
    } catch (error) {
      this.log.error({ err: error }, 'a socket of a door failed');
      await this.sendError({ code: grpc.internal, message: 'The server had an error.', details: [] });
      this.close(1011, 'server_error');
    }
  }

  /** Waits while the key is over its requests per second. */
  async #allowed(): Promise<void> {
    while (!this.#ended && !this.allowance.trySpend()) {
      const spent = await this.allowance.spend();
      if (spent.ok) return;
      await sleep(spent.retryAfterMs);
    }
  }

  #touched(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(
      () => this.close(1000, 'Nothing came for too long.'),
      this.options.idleMs,
    ).unref();
  }
}

const bufferOf = (data: RawData): Buffer =>
  Buffer.isBuffer(data) ? data : Buffer.concat([data].flat().map(bytesOf));
const bytesOf = (part: ArrayBuffer | Buffer): Buffer => (Buffer.isBuffer(part) ? part : Buffer.from(part));
const invalid = (message: string): Status => ({ code: grpc.invalidArgument, message, details: [] });
