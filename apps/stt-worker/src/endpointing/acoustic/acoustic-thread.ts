import { ModelThread, type ModelThreadOptions } from '../../threads/model-thread';
import type { AcousticEar, AcousticReading } from './acoustic-ear';
import type { AcousticQuestion, AcousticWorkerData } from './acoustic.worker';

export interface AcousticThreadOptions extends Omit<ModelThreadOptions, 'name' | 'workerData'> {
  readonly modelPath: string | undefined;
}

/** The acoustic ear of every stream of the service, in a thread of its own. */
export class AcousticThread implements AcousticEar {
  readonly #thread: ModelThread<AcousticQuestion, AcousticReading>;

  constructor({ modelPath, ...options }: AcousticThreadOptions) {
    const workerData: AcousticWorkerData = { modelPath };
    this.#thread = new ModelThread({ ...options, name: 'acoustic', workerData });
  }

  get ready(): boolean {
    return this.#thread.ready;
  }

  /** Rejects when the model cannot be loaded. */
  start(): Promise<void> {
    return this.#thread.start();
  }

  judge(pcm: Int16Array, speechSamples: number): Promise<AcousticReading | undefined> {
    const own = pcm.slice();
    return this.#thread.ask({ pcm: own, speechSamples }, [own.buffer]);
  }

  stop(): Promise<void> {
    return this.#thread.stop();
  }
}
