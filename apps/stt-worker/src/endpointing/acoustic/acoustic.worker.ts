import { parentPort, workerData } from 'node:worker_threads';
import { acousticReading } from './acoustic-reading';
import type { AcousticReading } from './acoustic-ear';
import { SmartTurn } from './smart-turn';

/** What the main thread starts this thread with. */
export interface AcousticWorkerData {
  /** smart-turn's file; undefined = judge by pitch and level alone. */
  readonly modelPath: string | undefined;
}

export interface AcousticRequest {
  readonly id: number;
  readonly pcm: Int16Array;
  readonly speechSamples: number;
}

export type AcousticWorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'judged'; readonly id: number; readonly reading: AcousticReading | undefined };

async function main({ modelPath }: AcousticWorkerData): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('the acoustic program runs as a worker thread');
  const send = (message: AcousticWorkerMessage): void => port.postMessage(message);
  const smartTurn = modelPath === undefined ? undefined : await SmartTurn.load(modelPath);
  // The first run is slow.
  await smartTurn?.probability(new Int16Array(16_000));
  const judge = async ({ id, pcm, speechSamples }: AcousticRequest): Promise<void> => {
    const reading = await acousticReading(pcm, speechSamples, smartTurn).catch(() => undefined);
    send({ kind: 'judged', id, reading });
  };
  let last = Promise.resolve();
  port.on('message', (request: AcousticRequest) => {
    const before = last;
    last = (async () => {
      await before;
      await judge(request);
    })();
  });
  send({ kind: 'ready' });
}

const data: AcousticWorkerData = workerData;
void main(data);
