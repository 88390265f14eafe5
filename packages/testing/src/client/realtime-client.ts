import { WebSocket } from 'ws';

/** One server event as it came off the wire; tests look at the wire, not at our own types. */
export interface ReceivedEvent {
  readonly type: string;
  /** When it arrived: performance.now() milliseconds. */
  readonly atMs: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ConnectOptions {
  /** ws://host:port or wss://… */
  readonly url: string;
  readonly key?: string;
  readonly model?: string;
  /** Of another dialect's address, which names no model. */
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Type of what came as a binary frame, among the events in their order; its body is `{frame: Buffer}`. */
export const binaryFrame = 'binary frame';

export type Match = string | ((event: ReceivedEvent) => boolean);

/** A plain protocol client that keeps every event with its time of arrival. */
export class RealtimeClient {
  readonly events: ReceivedEvent[] = [];
  closeCode: number | undefined;
  closeReason = '';
  private readonly watchers = new Set<() => void>();

  private constructor(
    private readonly socket: WebSocket,
    takesBinary: boolean,
  ) {
    socket.on('message', (data: Buffer, binary) => {
      if (binary && !takesBinary) throw new Error('binary frame from the server');
      if (binary) {
        this.events.push({ type: binaryFrame, atMs: performance.now(), body: { frame: data } });
        return this.wake();
      }
      const body = JSON.parse(data.toString()) as Record<string, unknown>;
      this.events.push({ type: String(body['type']), atMs: performance.now(), body });
      this.wake();
    });
    socket.on('close', (code, reason) => {
      this.closeCode = code;
      this.closeReason = reason.toString();
      this.wake();
    });
    socket.on('error', () => this.wake());
  }

  static async connect(options: ConnectOptions): Promise<RealtimeClient> {
    const url = new URL(options.path ?? '/v1/realtime', options.url);
    if (options.path === undefined) url.searchParams.set('model', options.model ?? 'gpt-realtime');
    for (const [name, value] of Object.entries(options.query ?? {})) url.searchParams.set(name, value);
    const socket = new WebSocket(url, {
      headers: { authorization: `Bearer ${options.key ?? 'test-key'}`, ...options.headers },
      perMessageDeflate: false,
      rejectUnauthorized: false,
    });
    const takesBinary =
      url.searchParams.get('audio') === 'binary' || options.headers?.['x-parley-audio'] === 'binary';
    const client = new RealtimeClient(socket, takesBinary);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return client;
  }

  send(event: Readonly<Record<string, unknown>>): void {
    this.socket.send(JSON.stringify(event));
  }

  /** Sends a frame as it is: malformed JSON, binary, huge. */
  sendRaw(data: string | Buffer): void {
    this.socket.send(data);
  }

  /** Position for `waitFor`'s `from`: only events after it count. */
  mark(): number {
    return this.events.length;
  }

  /** The first event since `from` that matches; waits for it. */
  async waitFor(match: Match, options: { timeoutMs?: number; from?: number } = {}): Promise<ReceivedEvent> {
    const matches = typeof match === 'string' ? (event: ReceivedEvent) => event.type === match : match;
    const find = (): ReceivedEvent | undefined => this.events.slice(options.from ?? 0).find(matches);
    const deadlineMs = performance.now() + (options.timeoutMs ?? 15_000);
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      const leftMs = deadlineMs - performance.now();
      if (leftMs <= 0 || this.closeCode !== undefined)
        throw new Error(this.describeMiss(match, options.from ?? 0));
      await this.change(leftMs);
    }
  }

  /**
   * Streams PCM16 24 kHz mono as a microphone would: frames leave on their schedule whatever comes back.
   * Resolves with the time (performance.now()) at which the first sample was due.
   */
  async speak(
    pcm: Buffer,
    options: { frameMs?: number; realTime?: boolean; signal?: AbortSignal } = {},
  ): Promise<number> {
    const frameMs = options.frameMs ?? 40;
    const bytes = frameMs * 48;
    const startMs = performance.now();
    for (let offset = 0; offset < pcm.length; offset += bytes) {
      if (options.realTime !== false) {
        const dueMs = startMs + (offset + bytes) / 48 - performance.now();
        if (dueMs > 0) await new Promise((resolve) => setTimeout(resolve, dueMs));
      }
      if (this.socket.readyState !== WebSocket.OPEN || options.signal?.aborted === true) break;
      this.send({
        type: 'input_audio_buffer.append',
        audio: pcm.subarray(offset, offset + bytes).toString('base64'),
      });
    }
    return startMs;
  }

  /** All audio of one response so far, PCM16 in the session's output format. */
  audioOf(responseId: string): Buffer {
    return Buffer.concat(
      this.events
        .filter((e) => e.type === 'response.output_audio.delta' && e.body['response_id'] === responseId)
        .map((e) => Buffer.from(String(e.body['delta']), 'base64')),
    );
  }

  types(from = 0): string[] {
    return this.events.slice(from).map((event) => event.type);
  }

  /** The close that the server makes, waited for. */
  async closedByServer(timeoutMs = 20_000): Promise<{ code: number; reason: string }> {
    const deadlineMs = performance.now() + timeoutMs;
    while (this.closeCode === undefined) {
      const leftMs = deadlineMs - performance.now();
      if (leftMs <= 0) throw new Error('the server has not closed the connection');
      await this.change(leftMs);
    }
    return { code: this.closeCode, reason: this.closeReason };
  }

  async close(): Promise<void> {
    if (this.socket.readyState === WebSocket.CLOSED) return;
    const closed = new Promise<void>((resolve) => this.socket.once('close', () => resolve()));
    this.socket.close(1000);
    await closed;
  }

  /** Drops the connection without a closing handshake. */
  terminate(): void {
    this.socket.terminate();
  }

  private change(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.watchers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, timeoutMs);
      this.watchers.add(done);
    });
  }

  private wake(): void {
    for (const watcher of [...this.watchers]) watcher();
  }

  private describeMiss(match: Match, from: number): string {
    const wanted = typeof match === 'string' ? match : 'the awaited event';
    const errors = this.events.filter((e) => e.type === 'error').map((e) => JSON.stringify(e.body['error']));
    return `no ${wanted}; closed: ${this.closeCode ?? 'no'}; seen: ${collapse(this.types(from)).join(' ')}; errors: ${errors.join(' ')}`;
  }
}

/** Runs of the same type are shown once with their count. */
function collapse(types: readonly string[]): string[] {
  const out: { type: string; n: number }[] = [];
  for (const type of types) {
    const last = out.at(-1);
    if (last?.type === type) last.n += 1;
    else out.push({ type, n: 1 });
  }
  return out.map(({ type, n }) => (n === 1 ? type : `${type}×${n}`));
}

/** A value inside an event by dotted path: `field(event, 'response.status')`. */
export function field(event: ReceivedEvent, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      event.body,
    );
}
