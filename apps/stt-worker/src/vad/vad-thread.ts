import { Worker } from 'node:worker_threads';
import { endThread } from '../threads/ending';
import { LaneMemory } from './lane-memory';
import type { VadWorkerData, VadWorkerMessage } from './vad.worker';

export interface VadThreadEvents {
  onReady(): void;
  onResults(batch: number): void;
  /** Once: the thread is gone and its memory with it. */
  onGone(message: string): void;
}

/** One life of the VAD thread with its memory. */
export class VadThread {
  readonly memory: LaneMemory;
  readonly #worker: Worker;
  #gone = false;

  constructor(program: string, modelPath: string, lanes: number, events: VadThreadEvents) {
    this.memory = LaneMemory.allocate(lanes);
    const workerData: VadWorkerData = { modelPath, buffers: this.memory.buffers };
    this.#worker = new Worker(program, { workerData });
    const gone = (message: string): void => {
      if (this.#gone) return;
      this.#gone = true;
      events.onGone(message);
    };
    this.#worker.on('message', (message: VadWorkerMessage) => {
      if (this.#gone) return;
      if (message.kind === 'ready') events.onReady();
      else events.onResults(message.batch);
    });
    this.#worker.on('error', (error) => gone(error instanceof Error ? error.message : String(error)));
    this.#worker.on('exit', (code) => gone(`the thread ended with code ${code}`));
  }

  wake(): void {
    if (this.memory.mustWake()) this.#worker.postMessage(0);
  }

  /** @param patienceMs how long it may take to go by itself */
  stop(patienceMs?: number): Promise<void> {
    return endThread(this.#worker, patienceMs);
  }
}
