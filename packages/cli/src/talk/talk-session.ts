import { int16ToBytes } from '@parley/audio';
import { TalkError } from './errors';
import { RealtimeSocket } from './realtime-socket';
import type { KnownServerEvent } from './server-event';
import { sessionUpdate, type SessionOptions } from './session-config';
import type { TalkEvent, TalkEventOf } from './talk-event';
import { translate } from './translate';

export interface TalkOptions extends SessionOptions {
  /** ws://host:port; the path /v1/realtime is added when there is none. */
  readonly url: string;
  readonly key?: string;
  readonly model?: string;
  /** Takes a TLS certificate that nobody vouches for. */
  readonly allowUntrusted?: boolean;
  /** For connecting and configuring, each. Default 10,000. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 10_000;
/** What stock clients ask for: the server's default engines answer. */
const DEFAULT_MODEL = 'gpt-realtime';

/** One conversation through the public WebSocket, as any client would hold it. */
export class TalkSession {
  private readonly listeners = new Set<(event: TalkEvent) => void>();
  private readonly endListeners = new Set<(error: TalkError | undefined) => void>();
  private readonly startMs = performance.now();
  private socket: RealtimeSocket | undefined;
  private ended: { readonly error: TalkError | undefined } | undefined;
  private answered: ((event: KnownServerEvent) => void) | undefined;

  private constructor() {}

  /** Connects and configures. @throws TalkError */
  static async connect(options: TalkOptions): Promise<TalkSession> {
    const session = new TalkSession();
    const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    try {
      await session.open(options, timeoutMs);
      return session;
    } catch (error) {
      await session.socket?.close();
      throw error;
    }
  }

  on(listener: (event: TalkEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Told once when the server is gone; without an error when `close` was called. */
  onEnd(listener: (error: TalkError | undefined) => void): void {
    if (this.ended === undefined) this.endListeners.add(listener);
    else listener(this.ended.error);
  }

  get closed(): boolean {
    return this.ended !== undefined;
  }

  /** Sends PCM16 at WIRE_RATE_HZ now. */
  sendAudio(samples: Int16Array): void {
    const audio = int16ToBytes(samples).toString('base64');
    this.socket?.send({ type: 'input_audio_buffer.append', audio });
  }

  /** Ends a push-to-talk turn; nothing is answered until `respond`. */
  commit(): void {
    this.socket?.send({ type: 'input_audio_buffer.commit' });
  }

  respond(): void {
    this.socket?.send({ type: 'response.create' });
  }

  /** Tells the server how much of a reply was heard. */
  truncate(itemId: string, heardMs: number): void {
    const audio_end_ms = Math.max(0, Math.floor(heardMs));
    this.socket?.send({
      type: 'conversation.item.truncate',
      item_id: itemId,
      content_index: 0,
      audio_end_ms,
    });
  }

  /** The next event of this kind. @throws TalkError `timeout`, or why the conversation ended */
  next<K extends TalkEvent['kind']>(kind: K, timeoutMs: number): Promise<TalkEventOf<K>> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => fail(new TalkError('timeout', `no ${kind} within ${timeoutMs} ms`)),
        timeoutMs,
      );
      const off = this.on((event) => {
        if (!isKind(event, kind)) return;
        clearTimeout(timer);
        off();
        resolve(event);
      });
      const fail = (error: TalkError): void => {
        clearTimeout(timer);
        off();
        reject(error);
      };
      this.onEnd((error) => fail(error ?? new TalkError('closed', 'the conversation was closed')));
    });
  }

  async close(): Promise<void> {
    await this.socket?.close();
  }

  private async open(options: TalkOptions, timeoutMs: number): Promise<void> {
    const created = this.reply('session.created', timeoutMs);
    created.catch(() => undefined);
    const { url, key = 'local', model = DEFAULT_MODEL, allowUntrusted = false } = options;
    this.socket = await RealtimeSocket.open(
      { url, key, model, timeoutMs, allowUntrusted },
      { onEvent: (event) => this.take(event), onClosed: (error) => this.end(error) },
    );
    await created;
    const updated = this.reply('session.updated', timeoutMs);
    this.socket.send(sessionUpdate(options));
    await updated;
  }

  /** Waits for the server's answer to a step of the handshake; an error event is an answer too. */
  private reply(type: KnownServerEvent['type'], timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new TalkError('timeout', `no ${type} within ${timeoutMs} ms`)),
        timeoutMs,
      );
      this.onEnd((error) => {
        clearTimeout(timer);
        reject(error ?? new TalkError('closed', 'the conversation was closed'));
      });
      this.answered = (event) => {
        if (event.type !== type && event.type !== 'error') return;
        clearTimeout(timer);
        this.answered = undefined;
        if (event.type === 'error') reject(new TalkError('refused', event.error.message));
        else resolve();
      };
    });
  }

  private take(event: KnownServerEvent): void {
    this.answered?.(event);
    const told = translate(event);
    if (told === undefined) return;
    const timed: TalkEvent = { ...told, atMs: performance.now() - this.startMs };
    for (const listener of [...this.listeners]) listener(timed);
  }

  private end(error: TalkError | undefined): void {
    if (this.ended !== undefined) return;
    this.ended = { error };
    for (const listener of [...this.endListeners]) listener(error);
    this.endListeners.clear();
  }
}

const isKind = <K extends TalkEvent['kind']>(event: TalkEvent, kind: K): event is TalkEventOf<K> =>
  event.kind === kind;
