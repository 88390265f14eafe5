import type { Stream } from '@parley/bus';
import { encode, v1 } from '@parley/contracts';

export interface OutboxOptions {
  readonly stream: Pick<Stream, 'send' | 'ready' | 'credit' | 'closed'>;
  readonly generation: number;
  /** Text that comes within this time of the last is sent with it. The first is never held. */
  readonly coalesceMs: number;
}

/** Text held for want of credit beyond this makes the source wait. */
const maxHeldChars = 65_536;

/** The events of one answer on their way out: in order, as credit allows, small texts joined. */
export class Outbox {
  #pending: v1.GenerateEvent.$Properties[] = [];
  #nextTextMs = -Infinity;
  #timer: NodeJS.Timeout | undefined;
  #waiting: Promise<void> | undefined;

  constructor(private readonly options: OutboxOptions) {}

  /** Resolves when more may come; rejects never. */
  async put(event: v1.GenerateEvent.$Properties): Promise<void> {
    const last = this.#pending.at(-1);
    if (last?.text != null && event.text != null)
      last.text = { text: `${last.text.text ?? ''}${event.text.text ?? ''}` };
    else this.#pending.push(event);
    this.#pump();
    while (this.#held() > maxHeldChars && this.#waiting !== undefined) await this.#waiting;
  }

  /** Sends all that is left as soon as there is credit; resolves when it is sent or the stream is closed. */
  async finish(): Promise<void> {
    this.#nextTextMs = -Infinity;
    this.#pump();
    while (this.#pending.length > 0 && this.#waiting !== undefined) await this.#waiting;
    clearTimeout(this.#timer);
  }

  /** Forgets what was not sent. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#pending = [];
  }

  #held(): number {
    return this.#pending.reduce((sum, { text }) => sum + (text?.text?.length ?? 1), 0);
  }

  #pump(): void {
    const { stream, generation, coalesceMs } = this.options;
    clearTimeout(this.#timer);
    while (this.#pending.length > 0 && this.#waiting === undefined) {
      const [event] = this.#pending;
      if (event === undefined || stream.closed) return this.drop();
      const waitMs =
        event.text != null && this.#pending.length === 1 ? this.#nextTextMs - performance.now() : 0;
      if (waitMs > 0) {
        this.#timer = setTimeout(() => this.#pump(), waitMs);
        return;
      }
      if (!stream.send(encode(v1.GenerateEvent, event), { generation })) return this.#awaitCredit();
      this.#pending.shift();
      if (event.text != null) this.#nextTextMs = performance.now() + coalesceMs;
    }
  }

  #awaitCredit(): void {
    this.#waiting = this.options.stream.ready().then(
      () => this.#resume(),
      () => {
        this.#waiting = undefined;
        this.drop();
      },
    );
  }

  #resume(): void {
    this.#waiting = undefined;
    this.#pump();
  }
}
