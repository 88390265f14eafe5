import { Worker } from 'node:worker_threads';
import { resolveProgram } from '@parley/engines-kit';
import { LRUCache } from 'lru-cache';
import type { Question, Verdict } from './arguments-check';

export interface CheckLimits {
  /** For one question. Then its thread is ended. */
  readonly checkMs: number;
  readonly startMs: number;
  /** Questions that wait for their turn; more are turned away. */
  readonly waiting: number;
  /** For one question to have its turn: the model whose call it is about has a deadline too, and is not at fault. */
  readonly turnMs: number;
  readonly heapMb: number;
}

const usual: CheckLimits = { checkMs: 500, startMs: 15_000, waiting: 32, turnMs: 2_000, heapMb: 128 };

/** How long a schema that took too long is refused at once; a machine that stood still is no fault of the schema's. */
const refusedMs = 60_000;

interface Waiting {
  readonly question: Question;
  readonly resolve: (verdict: Verdict) => void;
  /** Until it has its turn. */
  readonly late: NodeJS.Timeout;
  /** Its thread came to an end with it once, by itself. */
  readonly again: boolean;
}

/**
 * Checks what models call tools with, one after the other, in a thread of its own: a schema of a few thousand characters
 * can take seconds and hundreds of megabytes, and then costs nobody but that thread.
 */
export class CheckThread {
  readonly #limits: CheckLimits;
  readonly #waiting: Waiting[] = [];
  readonly #tooLong = new LRUCache<string, true>({
    maxSize: 4_000_000,
    sizeCalculation: (_, schemaJson) => schemaJson.length + 1,
    ttl: refusedMs,
  });
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
    if (this.#tooLong.has(question.schemaJson)) return Promise.resolve({ type: 'too_long' });
    if (this.#waiting.length >= this.#limits.waiting) return Promise.resolve({ type: 'unchecked' });
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        resolve({ type: 'unchecked' });
      }, this.#limits.turnMs);
      const waiting: Waiting = { question, resolve, late, again: false };
      this.#waiting.push(waiting);
      this.#next();
    });
  }

  #next(): void {
    if (this.#asked !== undefined || this.#waiting.length === 0) return;
    this.warm();
    if (!this.#ready) return;
    const asked = this.#waiting.shift();
    if (asked === undefined) return;
    clearTimeout(asked.late);
    // While it waited another one with the same schema took too long.
    if (this.#tooLong.has(asked.question.schemaJson)) {
      asked.resolve({ type: 'too_long' });
      return this.#next();
    }
    this.#asked = asked;
    this.#worker?.ref();
    this.#worker?.postMessage(asked.question);
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
      this.#gone(worker, true);
    }, ms);
  }

  /**
   * What took its time is at fault, and what a thread fails over for the second time: of the first one others may have
   * filled the memory. Where it could not even start, nobody can be served for now.
   */
  #gone(worker: Worker | undefined, late = false): void {
    if (worker !== this.#worker) return;
    clearTimeout(this.#timer);
    const started = this.#ready;
    this.#worker = undefined;
    this.#ready = false;
    const asked = this.#asked;
    if (asked !== undefined && !late && !asked.again) {
      this.#asked = undefined;
      this.#waiting.unshift({ ...asked, again: true });
    } else this.#answer({ type: 'too_long' });
    if (!started) {
      for (const waiting of this.#waiting.splice(0)) {
        clearTimeout(waiting.late);
        waiting.resolve({ type: 'unchecked' });
      }
    }
    this.#next();
  }

  #answer(verdict: Verdict): void {
    const asked = this.#asked;
    this.#asked = undefined;
    if (asked === undefined) return;
    if (verdict.type === 'too_long') this.#tooLong.set(asked.question.schemaJson, true);
    asked.resolve(verdict);
  }
}

/** Of this process. */
export const checkThread = new CheckThread();
