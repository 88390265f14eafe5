import { EventEmitter } from 'node:events';
import { v1 } from '@parley/contracts';
import type { AttemptFacts } from '../answering/facts';
import type { DoorResponse } from './door-response';

type Output = Omit<v1.ChatOutput.$Properties, 'request'>;

/** A larger piece would hold up the others on the line. */
const pieceBytes = 32 * 1024;

/** The reply to one request of a line, as fast as its caller takes it. */
export class LineReply extends EventEmitter<{ drain: []; close: [] }> implements DoorResponse {
  #retryAfterS = 0;
  #head: v1.ChatHead.$Properties | undefined;
  #usage: v1.ChatUsage.$Properties | undefined;
  readonly #waiting: Output[] = [];
  #credit = 0;
  #headersSent = false;
  #ended = false;
  #finished = false;
  #gone = false;

  /** @param send the last one has an `end` */
  constructor(private readonly send: (output: Output) => void) {
    super();
  }

  get headersSent(): boolean {
    return this.#headersSent;
  }

  get closed(): boolean {
    return this.#gone;
  }

  get writableFinished(): boolean {
    return this.#finished;
  }

  setHeader(name: string, value: string): void {
    if (name === 'retry-after') this.#retryAfterS = Number(value);
  }

  writeHead(status: number, headers: Readonly<Record<string, string | number>>): void {
    this.#headersSent = true;
    const contentType = String(headers['content-type'] ?? '');
    this.#head = { status, contentType, retryAfterS: this.#retryAfterS };
  }

  write(text: string): boolean {
    const body = Buffer.from(text);
    for (let at = 0; at < body.length; at += pieceBytes)
      this.#push({ body: body.subarray(at, at + pieceBytes) });
    return this.#waiting.length === 0;
  }

  /** Told before the reply is whole. */
  used(attempts: readonly AttemptFacts[]): void {
    this.#usage = { attempts: [...attempts] };
  }

  /** The answer is over: whoever has gone is told what it used all the same. */
  settle(): void {
    if (this.#gone) this.#breakOff();
  }

  end(text = ''): void {
    const body = Buffer.from(text);
    let at = 0;
    for (; body.length - at > pieceBytes; at += pieceBytes)
      this.#push({ body: body.subarray(at, at + pieceBytes) });
    this.#push({ body: body.subarray(at), usage: this.#usage ?? null, end: v1.ChatEnd.CHAT_WHOLE });
    this.#ended = true;
  }

  destroy(): void {
    this.#waiting.length = 0;
    this.#breakOff();
    this.#ended = true;
  }

  #breakOff(): void {
    if (!this.#finished) this.send({ usage: this.#usage ?? null, end: v1.ChatEnd.CHAT_BROKEN });
    this.#finished = true;
  }

  /** The caller takes so many frames more. */
  granted(frames: number): void {
    this.#credit += frames;
    if (this.#waiting.length === 0) return;
    this.#flush();
    if (this.#waiting.length === 0) this.emit('drain');
  }

  /** Nobody waits for it any more. */
  abandoned(): void {
    this.#waiting.length = 0;
    this.#gone = true;
    // The answer was whole already, and waited for its caller to read it.
    if (this.#ended) this.#breakOff();
    this.#ended = true;
    this.emit('close');
  }

  #push(output: Output): void {
    if (this.#ended) return;
    this.#waiting.push(this.#head === undefined ? output : { head: this.#head, ...output });
    this.#head = undefined;
    this.#flush();
  }

  #flush(): void {
    while (this.#credit > 0) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#credit -= 1;
      this.#finished = next.end === v1.ChatEnd.CHAT_WHOLE;
      this.send(next);
    }
  }
}
