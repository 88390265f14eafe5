import { EngineError } from '../errors';
import type { WorkOutcome } from './metrics';

export interface WorkSettings {
  readonly workId: number;
  readonly payload: Uint8Array;
  readonly priority: number;
  readonly replay: boolean;
  /** Monotonic milliseconds. */
  readonly createdMs: number;
  readonly deadlineMs: number;
  readonly maxUnreadBytes: number;
  /** The caller is no longer interested, or the work ended: called once. */
  readonly onSettled: (work: Work, outcome: WorkOutcome) => void;
}

/** One work as its caller sees it: a queue of results with one reader, and an end. */
export class Work implements AsyncIterableIterator<Uint8Array> {
  readonly workId: number;
  readonly payload: Uint8Array;
  readonly priority: number;
  readonly createdMs: number;
  readonly deadlineMs: number;
  attempts = 0;
  dispatchedMs = 0;
  hadResult = false;
  #results: Uint8Array[] = [];
  #unreadBytes = 0;
  #outcome: WorkOutcome | undefined;
  #error: EngineError | undefined;
  #wake: (() => void) | undefined;

  constructor(private readonly settings: WorkSettings) {
    this.workId = settings.workId;
    this.payload = settings.payload;
    this.priority = settings.priority;
    this.createdMs = settings.createdMs;
    this.deadlineMs = settings.deadlineMs;
  }

  get settled(): boolean {
    return this.#outcome !== undefined;
  }

  /** Whether a dead process's work may be given to another. */
  get replayable(): boolean {
    return this.settings.replay && !this.hadResult && this.attempts < 2 && !this.settled;
  }

  push(result: Uint8Array): void {
    if (this.settled) return;
    this.hadResult = true;
    this.#results.push(result);
    this.#unreadBytes += result.length;
    if (this.#unreadBytes > this.settings.maxUnreadBytes) {
      this.fail('failed', new EngineError('caller_fault', 'results_unread', 'The reader is too slow'));
    }
    this.#notify();
  }

  finish(): void {
    this.#settle('done', undefined);
  }

  fail(outcome: WorkOutcome, error: EngineError): void {
    this.#settle(outcome, error);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Uint8Array, undefined>> {
    for (;;) {
      if (this.#error !== undefined) throw this.#error;
      const value = this.#results.shift();
      if (value !== undefined) {
        this.#unreadBytes -= value.length;
        return { done: false, value };
      }
      if (this.settled) return { done: true, value: undefined };
      // Ends at the latest with the deadline, which settles the work.
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  return(): Promise<IteratorResult<Uint8Array, undefined>> {
    this.#settle('cancelled', undefined);
    this.#results = [];
    this.#error = undefined;
    return Promise.resolve({ done: true, value: undefined });
  }

  #settle(outcome: WorkOutcome, error: EngineError | undefined): void {
    if (this.settled) return;
    this.#outcome = outcome;
    this.#error = error;
    this.#notify();
    this.settings.onSettled(this, outcome);
  }

  #notify(): void {
    this.#wake?.();
    this.#wake = undefined;
  }
}
