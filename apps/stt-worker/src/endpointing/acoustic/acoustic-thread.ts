import { Worker } from 'node:worker_threads';
import { Relaunch } from '../../threads/relaunch';
import type { AcousticEar, AcousticReading } from './acoustic-ear';
import type { AcousticRequest, AcousticWorkerData, AcousticWorkerMessage } from './acoustic.worker';

export interface AcousticThreadOptions {
  /** The built worker program. */
  readonly program: string;
  readonly modelPath: string | undefined;
  readonly onJudged?: (seconds: number) => void;
  readonly onRefused?: () => void;
  readonly onRestart?: (message: string) => void;
}

/** More than this would come too late to be of use. */
const mostWaiting = 4;
const startTimeoutMs = 15_000;
/** No judgement for so long: the thread hangs and is replaced. */
const stallMs = 5_000;
const firstBackoffMs = 200;

interface Waiting {
  readonly startedMs: number;
  readonly resolve: (reading: AcousticReading | undefined) => void;
}

/** The acoustic ear of every stream of the service, in a thread of its own. Away means undefined, never a wait. */
export class AcousticThread implements AcousticEar {
  readonly #waiting = new Map<number, Waiting>();
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

  constructor(private readonly options: AcousticThreadOptions) {}

  get ready(): boolean {
    return this.#ready;
  }

  /** Rejects when the model cannot be loaded. */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      const { program, modelPath } = this.options;
      const workerData: AcousticWorkerData = { modelPath };
      const worker = new Worker(program, { workerData });
      const timeout = setTimeout(() => void worker.terminate(), startTimeoutMs);
      this.#worker = worker;
      const gone = (message: string): void => {
        clearTimeout(timeout);
        reject(new Error(`the acoustic thread could not start: ${message}`));
        if (this.#worker === worker) this.#gone(message);
      };
      worker.on('message', (message: AcousticWorkerMessage) => {
        if (message.kind === 'judged') return this.#judged(message.id, message.reading);
        clearTimeout(timeout);
        this.#ready = true;
        resolve();
      });
      worker.on('error', (error) => gone(error instanceof Error ? error.message : String(error)));
      worker.on('exit', (code) => gone(`the thread ended with code ${code}`));
    });
  }

  judge(pcm: Int16Array, speechSamples: number): Promise<AcousticReading | undefined> {
    const worker = this.#worker;
    if (!this.#ready || !worker || this.#waiting.size >= mostWaiting) {
      this.options.onRefused?.();
      if (this.#oldestMs() > stallMs) void worker?.terminate();
      return Promise.resolve(undefined);
    }
    const id = this.#nextId++;
    const own = pcm.slice();
    const request: AcousticRequest = { id, pcm: own, speechSamples };
    worker.postMessage(request, [own.buffer]);
    return new Promise((resolve) => this.#waiting.set(id, { startedMs: performance.now(), resolve }));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#worker?.terminate();
  }

  #oldestMs(): number {
    const [oldest] = this.#waiting.values();
    return oldest === undefined ? 0 : performance.now() - oldest.startedMs;
  }

  #judged(id: number, reading: AcousticReading | undefined): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    this.#relaunch.worked();
    if (!waiting) return;
    this.options.onJudged?.((performance.now() - waiting.startedMs) / 1000);
    waiting.resolve(reading);
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
