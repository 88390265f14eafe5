import { EventEmitter } from 'node:events';
import type { Stream } from '@parley/bus';
import { encode, v1 } from '@parley/contracts';
import type { DoorResponse } from './door-response';

const broken = { code: 'reply_broken', message: 'The reply broke off.', retryable: false };

/** A reply of the door over the bus, as fast as the caller takes it. */
export class BusReply extends EventEmitter<{ drain: []; close: [] }> implements DoorResponse {
  readonly #headers = new Map<string, string>();
  #waiting: v1.ChatOutput.$Properties[] = [];
  #usage: v1.ChatUsage.$Properties | undefined;
  #headersSent = false;
  #ended = false;
  #finished = false;
  #pumping = false;

  constructor(private readonly stream: Stream) {
    super();
  }

  get headersSent(): boolean {
    return this.#headersSent;
  }

  get writableFinished(): boolean {
    return this.#finished;
  }

  setHeader(name: string, value: string): void {
    this.#headers.set(name.toLowerCase(), value);
  }

  writeHead(status: number, headers: Readonly<Record<string, string | number>>): void {
    this.#headersSent = true;
    const contentType = String(headers['content-type'] ?? '');
    const retryAfterS = Number(this.#headers.get('retry-after') ?? 0);
    this.#send({ head: { status, contentType, retryAfterS } });
  }

  write(text: string): boolean {
    this.#send({ body: Buffer.from(text) });
    return this.#waiting.length === 0;
  }

  /** Told when the reply is whole. */
  used(inputTokens: number, outputTokens: number): void {
    this.#usage = { inputTokens, outputTokens };
  }

  end(text = ''): void {
    if (text !== '') this.#send({ body: Buffer.from(text) });
    if (this.#usage !== undefined) this.#send({ usage: this.#usage });
    this.#ended = true;
    this.#finishWhenSent();
  }

  destroy(): void {
    this.#waiting = [];
    if (!this.stream.closed) this.stream.close(broken);
  }

  /** The stream is over, whatever the reason. */
  closed(): void {
    this.#waiting = [];
    this.emit('close');
  }

  #send(output: v1.ChatOutput.$Properties): void {
    if (this.stream.closed || this.#ended) return;
    this.#waiting.push(output);
    this.#flush();
  }

  #flush(): void {
    for (;;) {
      const next = this.#waiting[0];
      if (next === undefined || !this.stream.send(encode(v1.ChatOutput, next))) break;
      this.#waiting.shift();
    }
    if (this.#waiting.length > 0) this.#pump();
    else this.#finishWhenSent();
  }

  #pump(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    const settled = (go: boolean): void => {
      this.#pumping = false;
      if (!go) return;
      this.#flush();
      if (this.#waiting.length === 0) this.emit('drain');
    };
    this.stream.ready().then(
      () => settled(true),
      () => settled(false),
    );
  }

  #finishWhenSent(): void {
    if (!this.#ended || this.#finished || this.#waiting.length > 0) return;
    this.#finished = true;
    this.stream.close();
  }
}
