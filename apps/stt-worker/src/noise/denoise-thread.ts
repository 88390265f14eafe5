import { Worker } from 'node:worker_threads';
import type { v1 } from '@parley/contracts';
import { startTimeoutMs } from '../threads/limits';
import { Relaunch } from '../threads/relaunch';
import { noiseFloor, type DenoiseLane, type Denoiser, type OnAudio } from './denoiser';
import type { DenoiseRequest, DenoiseWorkerMessage } from './denoise.worker';
import { ThreadLane, type LaneThread } from './thread-lane';

export interface DenoiseThreadOptions {
  /** The built worker program. */
  readonly program: string;
  readonly onRestart?: (message: string) => void;
}

const firstBackoffMs = 200;
/** Audio under way and none of it done for so long: the thread hangs and is replaced. */
const stallMs = 2_000;
const lookMs = 500;

/** RNNoise for every stream of the service, in a thread of its own. Streams go on with their noise while it is away. */
export class DenoiseThread implements Denoiser {
  readonly #lanes = new Map<number, ThreadLane>();
  #worker: Worker | undefined;
  #thread: LaneThread | undefined;
  #stopped = false;
  #nextLane = 1;
  #orders = 0;
  #progressMs = 0;
  readonly #watch = setInterval(() => this.#look(), lookMs).unref();
  readonly #relaunch = new Relaunch({
    firstBackoffMs,
    launch: () => this.start(),
    isWanted: () => !this.#stopped && this.#thread === undefined,
    onFailed: (message) => this.options.onRestart?.(message),
  });

  constructor(private readonly options: DenoiseThreadOptions) {}

  get ready(): boolean {
    return this.#thread !== undefined;
  }

  /** Rejects when it cannot be loaded. */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(this.options.program);
      const timeout = setTimeout(() => void worker.terminate(), startTimeoutMs);
      this.#worker = worker;
      const gone = (message: string): void => {
        clearTimeout(timeout);
        reject(new Error(`the denoising thread could not start: ${message}`));
        if (this.#worker === worker) this.#gone(message);
      };
      worker.on('message', (message: DenoiseWorkerMessage) => {
        // What a thread that is gone was asked for has come back already.
        if (this.#worker !== worker) return;
        if (message.kind === 'audio') return this.#answered(message.lane, message.pcm);
        clearTimeout(timeout);
        this.#thread = { send: (request, transfer) => this.#send(worker, request, transfer) };
        resolve();
      });
      worker.on('error', (error) => gone(error instanceof Error ? error.message : String(error)));
      worker.on('exit', (code) => gone(`the thread ended with code ${code}`));
    });
  }

  open(reduction: v1.NoiseReduction.$Properties, onAudio: OnAudio): DenoiseLane {
    const lane = new ThreadLane(
      this.#nextLane++,
      noiseFloor(reduction),
      () => this.#thread,
      onAudio,
      ({ index }) => this.#lanes.delete(index),
    );
    this.#lanes.set(lane.index, lane);
    return lane;
  }

  /** Ends the thread as if it had gone by itself. */
  async interrupt(): Promise<void> {
    await this.#worker?.terminate();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#watch);
    await this.interrupt();
  }

  #send(worker: Worker, request: DenoiseRequest, transfer: readonly ArrayBuffer[] = []): void {
    worker.postMessage(request, transfer);
    if (request.kind === 'open' || request.kind === 'close') return;
    if (this.#orders === 0) this.#progressMs = performance.now();
    this.#orders += 1;
  }

  #look(): void {
    if (this.#orders > 0 && performance.now() - this.#progressMs >= stallMs) void this.interrupt();
  }

  #answered(index: number, pcm: Int16Array): void {
    this.#relaunch.worked();
    this.#orders -= 1;
    this.#progressMs = performance.now();
    this.#lanes.get(index)?.answered(pcm);
  }

  #gone(message: string): void {
    const wasReady = this.#thread !== undefined;
    this.#thread = undefined;
    this.#worker = undefined;
    this.#orders = 0;
    for (const lane of this.#lanes.values()) lane.gone();
    if (this.#stopped || !wasReady) return;
    this.options.onRestart?.(message);
    void this.#relaunch.run();
  }
}
