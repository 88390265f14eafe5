import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';

export interface PostOptions {
  readonly dispatcher: Dispatcher;
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

/** Bytes that may wait unread before the provider is made to wait. */
const maxWaitingBytes = 1_048_576;

/**
 * One POST and its answer as it comes, through undici's dispatch: half the cost of `fetch`, which wraps the same in web
 * streams.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  status = 0;
  headers: IncomingHttpHeaders = {};
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #paused = false;
  #ended = false;
  #error: Error | undefined;
  #wake: (() => void) | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  readonly #abort = () => this.#fail(asError(this.options.signal.reason));

  constructor(private readonly options: PostOptions) {
    const { dispatcher, origin, path, headers, body, signal } = options;
    signal.addEventListener('abort', this.#abort, { once: true });
    if (signal.aborted) this.#abort();
    else dispatcher.dispatch({ origin, path, method: 'POST', headers, body }, this);
  }

  /** Resolves once the status is known. */
  async begun(): Promise<void> {
    while (this.status === 0) await this.#more();
  }

  /** Every chunk that is there; waits for one; undefined at the end. Rejects when the connection fails. */
  async read(): Promise<Buffer[] | undefined> {
    while (this.#waiting.length === 0) {
      if (this.#ended && this.#error === undefined) return undefined;
      await this.#more();
    }
    const chunks = this.#waiting;
    this.#waiting = [];
    this.#waitingBytes = 0;
    if (this.#paused) this.#controller?.resume();
    this.#paused = false;
    return chunks;
  }

  /** Lets go of the connection, also in mid-answer. */
  close(): void {
    this.options.signal.removeEventListener('abort', this.#abort);
    if (!this.#ended) this.#fail(new Error('the answer is no longer wanted'));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#error !== undefined) controller.abort(this.#error);
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return;
    this.status = status;
    this.headers = headers;
    this.#wake?.();
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#waiting.push(chunk);
    this.#waitingBytes += chunk.length;
    if (this.#waitingBytes > maxWaitingBytes && !this.#paused) {
      this.#paused = true;
      controller.pause();
    }
    this.#wake?.();
  }

  onResponseEnd(): void {
    this.#ended = true;
    this.options.signal.removeEventListener('abort', this.#abort);
    this.#wake?.();
  }

  onResponseError(_: unknown, error: Error): void {
    this.#error ??= error;
    this.onResponseEnd();
  }

  #fail(error: Error): void {
    this.#error ??= error;
    this.#ended = true;
    this.#controller?.abort(error);
    this.#wake?.();
  }

  async #more(): Promise<void> {
    if (this.#error !== undefined) throw this.#error;
    await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#wake = undefined;
    if (this.#error !== undefined && this.#waiting.length === 0) throw this.#error;
  }
}

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error('aborted'));
