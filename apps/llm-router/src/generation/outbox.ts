import type { Stream } from '@parley/bus';
import { encode, v1 } from '@parley/contracts';

export interface OutboxOptions {
  readonly stream: Pick<Stream, 'send' | 'ready' | 'credit' | 'closed'>;
  readonly generation: number;
  /** Text that comes within this time of the last is sent with it, once somebody has enough to begin to speak. */
  readonly coalesceMs: number;
}

/** Enough to begin to speak: until then text waits only for what comes in the same turn of the event loop. */
const openingChars = 160;

/** What is held for want of credit beyond this makes the source wait. */
const maxHeldChars = 65_536;

/** A frame of the bus takes a few megabytes, and so does all that is under way to a listener. */
const maxPieceChars = 32_768;

/** No character is cut in two. */
function* piecesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    const end = from + maxPieceChars;
    const halved = /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) && end < text.length;
    yield text.slice(from, halved ? end - 1 : end);
    from = halved ? end - 1 : end;
  }
}

const charsOf = ({ text, toolCallDelta, toolCall }: v1.GenerateEvent.$Properties): number =>
  text?.text?.length ?? toolCallDelta?.argumentsDelta?.length ?? toolCall?.argumentsJson?.length ?? 1;

/** The events of one answer on their way out: in order, as credit allows, small texts joined. */
export class Outbox {
  #pending: v1.GenerateEvent.$Properties[] = [];
  #sentChars = 0;
  #nextTextMs = -Infinity;
  #timer: NodeJS.Timeout | undefined;
  #turn: NodeJS.Immediate | undefined;
  #waiting: Promise<void> | undefined;

  constructor(private readonly options: OutboxOptions) {}

  /** Resolves when more may come; rejects never. */
  async put(event: v1.GenerateEvent.$Properties): Promise<void> {
    const text = event.text?.text ?? '';
    const { toolCallDelta: delta } = event;
    if (text.length > maxPieceChars) {
      for (const piece of piecesOf(text)) await this.put({ text: { text: piece } });
      return;
    }
    if (delta?.argumentsDelta != null && delta.argumentsDelta.length > maxPieceChars) {
      for (const argumentsDelta of piecesOf(delta.argumentsDelta))
        await this.put({ toolCallDelta: { ...delta, argumentsDelta } });
      return;
    }
    const last = this.#pending.at(-1);
    const joined = `${last?.text?.text ?? ''}${text}`;
    if (last?.text != null && event.text != null && joined.length <= maxPieceChars)
      last.text = { text: joined };
    else this.#pending.push(event);
    if (event.text != null && this.#sentChars < openingChars) this.#pumpSoon();
    else this.#pump();
    while (this.#held() > maxHeldChars && this.#waiting !== undefined) await this.#waiting;
  }

  /** Sends all that is left as soon as there is credit; resolves when it is sent or the stream is closed. */
  async finish(): Promise<void> {
    this.#nextTextMs = -Infinity;
    this.#pump();
    while (this.#pending.length > 0 && this.#waiting !== undefined) await this.#waiting;
    this.#unschedule();
  }

  /** Forgets what was not sent. */
  drop(): void {
    this.#unschedule();
    this.#pending = [];
  }

  #pumpSoon(): void {
    this.#turn ??= setImmediate(() => this.#pump());
  }

  #unschedule(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#turn);
    this.#turn = undefined;
  }

  #held(): number {
    return this.#pending.reduce((sum, event) => sum + charsOf(event), 0);
  }

  #pump(): void {
    const { stream, generation, coalesceMs } = this.options;
    this.#unschedule();
    while (this.#pending.length > 0 && this.#waiting === undefined) {
      const [event] = this.#pending;
      if (event === undefined || stream.closed) return this.drop();
      const waits = event.text != null && this.#pending.length === 1 && this.#sentChars >= openingChars;
      const waitMs = waits ? this.#nextTextMs - performance.now() : 0;
      if (waitMs > 0) {
        this.#timer = setTimeout(() => this.#pump(), waitMs);
        return;
      }
      if (!stream.send(encode(v1.GenerateEvent, event), { generation })) return this.#awaitCredit();
      this.#pending.shift();
      if (event.text == null) continue;
      this.#sentChars += event.text.text?.length ?? 0;
      this.#nextTextMs = performance.now() + coalesceMs;
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
