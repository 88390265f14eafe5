import { BusError, type Bus } from '@parley/bus';
import { randomUUID } from 'node:crypto';
import { WorkerError } from '../worker-error';
import type { ChatExchange, ChatReply } from './chat-exchange';
import { ChatLine } from './chat-line';

const openMs = 2_000;
/** Frames that may wait here: of replies, 32 KiB each at most. */
const credit = 256;
/** While there is traffic, workers without a line are looked for this often. */
const seekEveryMs = 15_000;
const seekMs = 50;

/** Lines to the llm-routers there are, opened when they are needed. */
export class ChatLines {
  readonly #lines = new Set<ChatLine>();
  #opening: Promise<ChatLine> | undefined;
  #soughtAtMs = -Infinity;

  constructor(private readonly bus: Bus) {}

  /** Begins one request at the worker with the fewest from here. Rejects with WorkerError `unavailable`. */
  async ask(body: Uint8Array, reply: ChatReply): Promise<ChatExchange> {
    const line = this.#idlest() ?? (await this.#first());
    this.#seekMore();
    return line.ask(body, reply);
  }

  #idlest(): ChatLine | undefined {
    let best: ChatLine | undefined;
    for (const line of this.#lines) if (best === undefined || line.load < best.load) best = line;
    return best;
  }

  #first(): Promise<ChatLine> {
    this.#opening ??= this.#open(openMs, []).finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  #seekMore(): void {
    const nowMs = performance.now();
    if (nowMs - this.#soughtAtMs < seekEveryMs) return;
    this.#soughtAtMs = nowMs;
    const known = [...this.#lines].map(({ workerId }) => workerId);
    // There being no other is what is usual.
    this.#open(seekMs, known).catch(() => undefined);
  }

  async #open(timeoutMs: number, avoidWorkers: readonly string[]): Promise<ChatLine> {
    const line = new ChatLine((unusable) => this.#lines.delete(unusable));
    try {
      const stream = await this.bus.open({
        service: 'chat',
        sessionId: `chat-${randomUUID()}`,
        config: new Uint8Array(),
        handlers: line,
        timeoutMs,
        credit,
        avoidWorkers,
      });
      line.opened(stream);
      this.#lines.add(line);
      return line;
    } catch (error) {
      if (!BusError.isInstance(error)) throw error;
      const kind = error.code === 'refused' ? 'refused' : 'unavailable';
      throw new WorkerError('chat', kind, error.message, { cause: error });
    }
  }
}
