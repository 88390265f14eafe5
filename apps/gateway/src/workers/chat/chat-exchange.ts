import { v1 } from '@parley/contracts';
import { toModelUses, type ModelUse } from '@parley/metering';
import { WorkerError } from '../worker-error';

/** Where a reply of chat completions goes. */
export interface ChatReply {
  head(status: number, contentType: string, retryAfterS: number): void;
  /** A view: it is valid until this returns. False: no more before `resume`. */
  body(bytes: Uint8Array): boolean;
  /** Once at the most, also after the client has gone. */
  used(uses: readonly ModelUse[]): void;
  /** In its place: nobody tells any more what was used. */
  unreported(): void;
  /** Last, if nothing failed. `rest`: what is left of the body, as a view. */
  ended(rest: Uint8Array): void;
  /** Last: the reply will not be whole. */
  failed(error: WorkerError): void;
}

/** Frames that a worker may be ahead of the client. */
export const replyWindow = 16;

/** A model may think for long before its first token; the bus itself tells when a worker is lost. */
const silentMs = 300_000;
/** What an answer has used is waited for so long once its client has gone. */
const usageMs = 2_000;

/** One request of a line, and what became of it. */
export class ChatExchange {
  #timer: NodeJS.Timeout;
  #owed = 0;
  #paused = false;
  #over = false;
  #gone = false;
  #reported = false;

  constructor(
    private readonly reply: ChatReply,
    private readonly send: (input: Omit<v1.ChatInput.$Properties, 'request'>) => void,
    private readonly onOver: () => void,
  ) {
    this.#timer = setTimeout(() => this.#silent(), silentMs);
  }

  output({ head, body, usage, end }: v1.ChatOutput): void {
    if (this.#over) return;
    if (usage != null) {
      this.#reported = true;
      this.reply.used(toModelUses(usage.attempts));
    }
    if (this.#gone) {
      if (end !== v1.ChatEnd.CHAT_GOES_ON) this.#end();
      return;
    }
    this.#timer.refresh();
    if (head != null) this.reply.head(head.status ?? 500, head.contentType ?? '', head.retryAfterS ?? 0);
    if (end === v1.ChatEnd.CHAT_WHOLE) {
      this.#end();
      this.reply.ended(body);
      return;
    }
    if (body.length > 0) this.#paused = !this.reply.body(body);
    if (end === v1.ChatEnd.CHAT_BROKEN)
      this.failed(new WorkerError('chat', 'failed', 'The reply broke off.'));
    else this.#owe(1);
  }

  /** The client has read what it was given. */
  resume(): void {
    this.#paused = false;
    this.#owe(0);
  }

  /** The client has gone: what the answer used is still waited for. */
  cancel(): void {
    if (this.#over || this.#gone) return;
    this.#gone = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => this.failed(new WorkerError('chat', 'lost', 'Nobody waits for it.')),
      usageMs,
    );
    this.send({ cancel: true });
  }

  failed(error: WorkerError): void {
    if (this.#over) return;
    this.#end();
    if (!this.#reported) this.reply.unreported();
    this.reply.failed(error);
  }

  /** Many at a time: a grant is a frame too. */
  #owe(frames: number): void {
    this.#owed += frames;
    if (this.#over || this.#gone || this.#paused || this.#owed < replyWindow / 2) return;
    this.send({ grant: this.#owed });
    this.#owed = 0;
  }

  #silent(): void {
    this.send({ cancel: true });
    this.failed(new WorkerError('chat', 'failed', 'The worker is silent.'));
  }

  #end(): void {
    this.#over = true;
    clearTimeout(this.#timer);
    this.onOver();
  }
}
