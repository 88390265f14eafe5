import { workerData } from 'node:worker_threads';
import { serveModel } from '../../threads/serve-model';
import type { AcousticReading } from './acoustic-ear';
import { acousticReading } from './acoustic-reading';
import { SmartTurn } from './smart-turn';

/** What the main thread starts this thread with. */
export interface AcousticWorkerData {
  /** smart-turn's file; undefined = judge by pitch and level alone. */
  readonly modelPath: string | undefined;
}

export interface AcousticQuestion {
  readonly pcm: Int16Array;
  readonly speechSamples: number;
}

async function main({ modelPath }: AcousticWorkerData): Promise<void> {
  const smartTurn = modelPath === undefined ? undefined : await SmartTurn.load(modelPath);
  // The first run is slow.
  await smartTurn?.probability(new Int16Array(16_000));
  serveModel<AcousticQuestion, AcousticReading>(({ pcm, speechSamples }) =>
    acousticReading(pcm, speechSamples, smartTurn),
  );
}

const data: AcousticWorkerData = workerData;
void main(data);
