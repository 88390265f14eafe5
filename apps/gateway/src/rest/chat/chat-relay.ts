import type { ServerResponse } from 'node:http';
import type { ModelUse } from '@parley/metering';
import type { ChatExchange, ChatReply } from '../../workers/chat/chat-exchange';
import type { ChatLines } from '../../workers/chat/chat-lines';
import type { WorkerError } from '../../workers/worker-error';
import { lostUse } from './lost-use';

/** One request of chat completions over HTTP: its body to a llm-router, the reply back as fast as the client reads. */
export class ChatRelay implements ChatReply {
  #exchange: ChatExchange | undefined;
  #gone = false;
  #mayRepeat = true;
  #writtenBytes = 0;
  #finish: (error?: unknown) => void = () => undefined;

  constructor(
    private readonly lines: ChatLines,
    private readonly request: Uint8Array,
    private readonly response: ServerResponse,
    private readonly onUse: (uses: readonly ModelUse[]) => void,
  ) {}

  /** Resolves when the reply is whole or the client has gone. Rejects with WorkerError. */
  run(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#finish = (error) => (error === undefined || this.#gone ? resolve() : reject(error));
      this.response.on('drain', () => this.#exchange?.resume());
      this.response.once('close', () => this.#close());
      void this.#ask();
    });
  }

  head(status: number, contentType: string, retryAfterS: number): void {
    const uncached = contentType.startsWith('text/event-stream')
      ? { 'cache-control': 'no-cache', 'x-accel-buffering': 'no' }
      : {};
    const retry = retryAfterS > 0 ? { 'retry-after': String(retryAfterS) } : {};
    this.response.writeHead(status, { 'content-type': contentType, ...uncached, ...retry });
  }

  body(bytes: Uint8Array): boolean {
    this.#writtenBytes += bytes.length;
    return this.response.write(Buffer.from(bytes));
  }

  used(uses: readonly ModelUse[]): void {
    this.onUse(uses);
  }

  unreported(): void {
    this.onUse([lostUse(this.request, this.#writtenBytes)]);
  }

  ended(rest: Uint8Array): void {
    if (rest.length > 0) this.response.end(Buffer.from(rest));
    else this.response.end();
    this.#finish();
  }

  failed(error: WorkerError): void {
    // A worker that is gone took the request with it, and nothing of the reply was told.
    if (error.kind === 'lost' && this.#mayRepeat && !this.response.headersSent && !this.#gone) {
      this.#mayRepeat = false;
      void this.#ask();
    } else this.#finish(error);
  }

  async #ask(): Promise<void> {
    try {
      this.#exchange = await this.lines.ask(this.request, this);
      if (this.#gone) this.#exchange.cancel();
    } catch (error) {
      this.#finish(error);
    }
  }

  #close(): void {
    if (this.response.writableFinished) return;
    this.#gone = true;
    this.#exchange?.cancel();
    this.#finish();
  }
}
