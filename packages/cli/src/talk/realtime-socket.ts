import { WebSocket, type RawData } from 'ws';
import { TalkError } from './errors';
import { parseServerEvent, type KnownServerEvent } from './server-event';

/** Bytes that may wait to be sent; a server that takes no more is not waited for in silence. */
const MAX_BUFFERED_BYTES = 8 * 1024 * 1024;

export interface SocketOptions {
  /** ws://host:port or wss://host:port */
  readonly url: string;
  readonly key: string;
  readonly model: string;
  readonly timeoutMs: number;
  /** Takes a TLS certificate that nobody vouches for. */
  readonly allowUntrusted?: boolean;
}

export interface SocketHandlers {
  onEvent(event: KnownServerEvent): void;
  /** Exactly once, last. `undefined`: closed as asked. */
  onClosed(error: TalkError | undefined): void;
}

/** One WebSocket to the realtime endpoint: parsed events out, JSON in. */
export class RealtimeSocket {
  private closing = false;

  private constructor(
    private readonly socket: WebSocket,
    handlers: SocketHandlers,
  ) {
    socket.on('message', (data, binary) => {
      const event = binary ? undefined : this.parse(textOf(data));
      if (event !== undefined) handlers.onEvent(event);
    });
    socket.on('close', (code, reason) => {
      const why = reason.toString() || `code ${code}`;
      handlers.onClosed(this.closing ? undefined : new TalkError('closed', `the server hung up: ${why}`));
    });
  }

  static async open(options: SocketOptions, handlers: SocketHandlers): Promise<RealtimeSocket> {
    const socket = new WebSocket(endpoint(options), {
      headers: { authorization: `Bearer ${options.key}` },
      perMessageDeflate: false,
      rejectUnauthorized: options.allowUntrusted !== true,
      handshakeTimeout: options.timeoutMs,
    });
    // Handlers are set before the first frame can arrive.
    const opened = new RealtimeSocket(socket, handlers);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.on('error', (error) => reject(unreachable(options.url, error)));
      socket.once('unexpected-response', (_request, response) => {
        reject(new TalkError('refused', `${options.url} answered HTTP ${response.statusCode ?? 0}`));
        socket.terminate();
      });
    });
    return opened;
  }

  get open(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  send(event: Readonly<Record<string, unknown>>): void {
    if (!this.open) return;
    if (this.socket.bufferedAmount > MAX_BUFFERED_BYTES) {
      throw new TalkError('overloaded', 'the server takes no more audio');
    }
    this.socket.send(JSON.stringify(event));
  }

  /** Ends within `timeoutMs` whatever the server does. */
  async close(timeoutMs = 2000): Promise<void> {
    this.closing = true;
    if (this.socket.readyState === WebSocket.CLOSED) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.socket.terminate(), timeoutMs);
      this.socket.once('close', () => {
        clearTimeout(timer);
        resolve();
      });
      this.socket.close(1000);
    });
  }

  private parse(text: string): KnownServerEvent | undefined {
    try {
      return parseServerEvent(text);
    } catch {
      this.socket.close(4000, 'an event could not be read');
      return undefined;
    }
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return (Buffer.isBuffer(data) ? data : Buffer.from(data)).toString('utf8');
}

function endpoint({ url, model }: SocketOptions): URL {
  const target = new URL(url);
  if (target.pathname === '/' || target.pathname === '') target.pathname = '/v1/realtime';
  target.searchParams.set('model', model);
  target.searchParams.set('parley', '1');
  return target;
}

function unreachable(url: string, cause: Error): TalkError {
  const detail = cause.message || ('code' in cause ? String(cause.code) : 'no answer');
  return new TalkError(
    'unreachable',
    `${url} does not answer (${detail}); is Parley running? Start it: npm start`,
    {
      cause,
    },
  );
}
