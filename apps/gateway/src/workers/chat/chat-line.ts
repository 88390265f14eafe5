import { Line, type InboundFrame, type Stream, type StreamClose, type StreamHandlers } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { WorkerError } from '../worker-error';
import { ChatExchange, replyWindow, type ChatReply } from './chat-exchange';

/** A larger piece would hold up the others on the line. */
const pieceBytes = 32 * 1024;

/** A line to one llm-router, for many requests at a time. */
export class ChatLine implements StreamHandlers {
  readonly #exchanges = new Map<number, ChatExchange>();
  #stream: Stream | undefined;
  #line: Line | undefined;
  #numbered = 0;
  #leaving = false;

  /** @param onUnusable called once: no request may be begun on it any more */
  constructor(private readonly onUnusable: (line: ChatLine) => void) {}

  opened(stream: Stream): void {
    this.#stream = stream;
    this.#line = new Line(stream);
  }

  get workerId(): string {
    return this.#stream?.workerId ?? '';
  }

  /** Requests that are under way. */
  get load(): number {
    return this.#exchanges.size;
  }

  ask(body: Uint8Array, reply: ChatReply): ChatExchange {
    this.#numbered = (this.#numbered + 1) >>> 0;
    const request = this.#numbered;
    const exchange = new ChatExchange(
      reply,
      (input) => this.#send({ request, ...input }),
      () => this.#over(request),
    );
    this.#exchanges.set(request, exchange);
    let at = 0;
    for (; body.length - at > pieceBytes; at += pieceBytes) {
      this.#send({ request, body: body.subarray(at, at + pieceBytes) });
    }
    this.#send({ request, body: body.subarray(at), last: true, grant: replyWindow });
    return exchange;
  }

  onFrame({ payload }: InboundFrame): void {
    const output = decode(v1.ChatOutput, payload);
    this.#exchanges.get(output.request)?.output(output);
  }

  /** What is under way is finished there; the next requests go elsewhere. */
  onDraining(): void {
    this.#leave();
    this.#closeWhenIdle();
  }

  onClose(close: StreamClose): void {
    this.#leave();
    const why = close.kind === 'ended' ? 'The worker has ended.' : close.message;
    for (const exchange of this.#exchanges.values()) exchange.failed(new WorkerError('chat', 'lost', why));
  }

  #leave(): void {
    if (this.#leaving) return;
    this.#leaving = true;
    this.onUnusable(this);
  }

  #over(request: number): void {
    this.#exchanges.delete(request);
    if (this.#leaving) this.#closeWhenIdle();
  }

  #closeWhenIdle(): void {
    if (this.#exchanges.size === 0) this.#stream?.close();
  }

  #send(input: v1.ChatInput.$Properties): void {
    this.#line?.send(encode(v1.ChatInput, input));
  }
}
