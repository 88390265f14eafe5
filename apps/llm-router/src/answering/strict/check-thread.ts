import { Worker } from 'node:worker_threads';
import { resolveProgram } from '@parley/engines-kit';
import type { Question, Verdict } from './arguments-check';

export interface CheckLimits {
  /** For one question. Then its thread is ended. */
  readonly checkMs: number;
  readonly startMs: number;
  /** Questions that wait for their turn; more are turned away. */
  readonly waiting: number;
  readonly heapMb: number;
}

const usual: CheckLimits = { checkMs: 500, startMs: 15_000, waiting: 32, heapMb: 128 };

interface Waiting {
  readonly question: Question;
  readonly resolve: (verdict: Verdict) => void;
}

/**
 * Checks what models call tools with, one after the other, in a thread of its own: a schema of a few thousand characters
 * can take seconds and hundreds of megabytes, and then costs nobody but that thread.
 */
export class CheckThread {
  readonly #limits: CheckLimits;
  readonly #waiting: Waiting[] = [];
  #asked: Waiting | undefined;
  #worker: Worker | undefined;
  #ready = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(limits: Partial<CheckLimits> = {}) {
    this.#limits = { ...usual, ...limits };
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Gets it ready ahead of the first question. */
  warm(): void {
    if (this.#worker === undefined) this.#launch();
  }

  /** Never rejects. */
  check(question: Question): Promise<Verdict> {
    if (this.#waiting.length >= this.#limits.waiting) return Promise.resolve({ type: 'unchecked' });
    return new Promise((resolve) => {
      this.#waiting.push({ question, resolve });
      this.#next();
    });
  }

  #next(): void {
    if (this.#asked !== undefined || this.#waiting.length === 0) return;
    this.warm();
    if (!this.#ready) return;
    this.#asked = this.#waiting.shift();
    this.#worker?.ref();
    this.#worker?.postMessage(this.#asked?.question);
    this.#giveUpIn(this.#limits.checkMs);
  }

  #launch(): void {
    const worker = new Worker(resolveProgram(__dirname, './arguments-check.worker.ts'), {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapMb },
    });
    this.#worker = worker;
    this.#giveUpIn(this.#limits.startMs);
    worker.on('message', (message: Verdict | 'ready') => {
      if (worker !== this.#worker) return;
      clearTimeout(this.#timer);
      if (message === 'ready') this.#ready = true;
      else this.#answer(message);
      // It alone keeps no process alive.
      worker.unref();
      this.#next();
    });
    worker.on('error', () => this.#gone(worker));
    worker.on('exit', () => this.#gone(worker));
  }

  #giveUpIn(ms: number): void {
    const worker = this.#worker;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void worker?.terminate();
      this.#gone(worker);
    }, ms);
  }

  /** Whatever it was at work on is at fault; where it could not even start, nobody can be served for now. */
  #gone(worker: Worker | undefined): void {
    if (worker !== this.#worker) return;
    clearTimeout(this.#timer);
    const started = this.#ready;
    this.#worker = undefined;
    this.#ready = false;
    this.#answer({ type: 'too_long' });
    if (!started) for (const { resolve } of this.#waiting.splice(0)) resolve({ type: 'unchecked' });
    this.#next();
  }

  #answer(verdict: Verdict): void {
    const asked = this.#asked;
    this.#asked = undefined;
    asked?.resolve(verdict);
  }
}

/** Of this process. */
export const checkThread = new CheckThread();
