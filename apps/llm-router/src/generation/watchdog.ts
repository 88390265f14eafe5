import { EngineError } from '@parley/engines-kit';

/** Limits on one answer, in milliseconds from its request. */
export interface Deadlines {
  readonly firstTokenMs: number;
  /** From one event of the answer to the next. */
  readonly betweenTokensMs: number;
  readonly totalMs: number;
}

/** Calls back once when an answer misses a deadline. */
export class Watchdog {
  #timer: NodeJS.Timeout;
  readonly #total: NodeJS.Timeout;

  constructor(
    private readonly deadlines: Deadlines,
    private readonly expired: (error: EngineError) => void,
  ) {
    const { firstTokenMs, totalMs } = deadlines;
    this.#timer = this.#after(
      firstTokenMs,
      'first_token_timeout',
      `no first token within ${firstTokenMs} ms`,
    );
    this.#total = this.#after(totalMs, 'total_timeout', `no end of the answer within ${totalMs} ms`);
  }

  /** Something came. */
  progress(): void {
    clearTimeout(this.#timer);
    const { betweenTokensMs } = this.deadlines;
    this.#timer = this.#after(
      betweenTokensMs,
      'token_timeout',
      `the answer stalled for ${betweenTokensMs} ms`,
    );
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#total);
  }

  #after(ms: number, code: string, message: string): NodeJS.Timeout {
    return setTimeout(() => {
      this.stop();
      this.expired(new EngineError('transient', code, message));
    }, ms);
  }
}
