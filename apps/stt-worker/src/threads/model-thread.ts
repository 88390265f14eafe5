import { Worker, type TransferListItem } from 'node:worker_threads';
import { endThread } from './ending';
import { startTimeoutMs } from './limits';
import { Relaunch } from './relaunch';

export interface ModelThreadOptions {
  /** For messages: “the acoustic thread could not start”. */
  readonly name: string;
  /** The built worker program. */
  readonly program: string;
  readonly workerData: unknown;
  readonly onAnswered?: (seconds: number) => void;
  readonly onRefused?: () => void;
  readonly onRestart?: (message: string) => void;
}

export interface ThreadRequest<Question> {
  readonly id: number;
  readonly question: Question;
}

export type ThreadMessage<Answer> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answered'; readonly id: number; readonly answer: Answer | undefined };

/** More than this would come too late to be of use. */
const mostWaiting = 4;
/** No answer for so long: the thread hangs and is replaced. */
const stallMs = 5_000;
const firstBackoffMs = 200;

interface Waiting<Answer> {
  readonly startedMs: number;
  readonly resolve: (answer: Answer | undefined) => void;
}

/** A model of every stream of the service, in a thread of its own. Away means undefined, never a wait. */
export class ModelThread<Question, Answer> {
  readonly #waiting = new Map<number, Waiting<Answer>>();
  #worker: Worker | undefined;
  #ready = false;
  #stopped = false;
  #nextId = 1;
  readonly #relaunch = new Relaunch({
    firstBackoffMs,
    launch: () => this.start(),
    isWanted: () => !this.#stopped && !this.#ready,
    onFailed: (message) => this.options.onRestart?.(message),
  });

  constructor(private readonly options: ModelThreadOptions) {}

  get ready(): boolean {
    return this.#ready;
  }

  /** Rejects when the model cannot be loaded. */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      const { name, program, workerData } = this.options;
      const worker = new Worker(program, { workerData });
      const timeout = setTimeout(() => void endThread(worker, startTimeoutMs), startTimeoutMs);
      this.#worker = worker;
      const gone = (message: string): void => {
        clearTimeout(timeout);
        reject(new Error(`the ${name} thread could not start: ${message}`));
        if (this.#worker === worker) this.#gone(message);
      };
      worker.on('message', (message: ThreadMessage<Answer>) => {
        if (message.kind === 'answered') return this.#answered(message.id, message.answer);
        clearTimeout(timeout);
        this.#ready = true;
        resolve();
      });
      worker.on('error', (error) => gone(error instanceof Error ? error.message : String(error)));
      worker.on('exit', (code) => gone(`the thread ended with code ${code}`));
    });
  }

  ask(question: Question, transfer: readonly TransferListItem[] = []): Promise<Answer | undefined> {
    const worker = this.#worker;
    if (!this.#ready || !worker || this.#waiting.size >= mostWaiting) {
      this.options.onRefused?.();
      if (worker && this.#oldestMs() > stallMs) void endThread(worker);
      return Promise.resolve(undefined);
    }
    const id = this.#nextId++;
    const request: ThreadRequest<Question> = { id, question };
    worker.postMessage(request, transfer);
    return new Promise((resolve) => this.#waiting.set(id, { startedMs: performance.now(), resolve }));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#worker) await endThread(this.#worker);
  }

  #oldestMs(): number {
    const [oldest] = this.#waiting.values();
    return oldest === undefined ? 0 : performance.now() - oldest.startedMs;
  }

  #answered(id: number, answer: Answer | undefined): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    this.#relaunch.worked();
    if (!waiting) return;
    this.options.onAnswered?.((performance.now() - waiting.startedMs) / 1000);
    waiting.resolve(answer);
  }

  #gone(message: string): void {
    const wasReady = this.#ready;
    this.#ready = false;
    this.#worker = undefined;
    for (const { resolve } of this.#waiting.values()) resolve(undefined);
    this.#waiting.clear();
    if (this.#stopped || !wasReady) return;
    this.options.onRestart?.(message);
    void this.#relaunch.run();
  }
}
