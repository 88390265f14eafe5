import { workerData } from 'node:worker_threads';
import { endWhenAsked } from '../../threads/ending';
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

const warmUps = 4;
/** 8 s of a pulse at 125 Hz: as much to listen to as there can be. */
const buzz = Int16Array.from({ length: 8 * 16_000 }, (_, at) => (at % 128 < 16 ? 8_000 : -1_000));

async function main({ modelPath }: AcousticWorkerData): Promise<void> {
  const smartTurn = modelPath === undefined ? undefined : await SmartTurn.load(modelPath);
  // The first runs are slow: until the code is compiled, and of the model.
  for (let run = 0; run < warmUps; run += 1) await acousticReading(buzz, buzz.length, smartTurn);
  serveModel<AcousticQuestion, AcousticReading>(({ pcm, speechSamples }) =>
    acousticReading(pcm, speechSamples, smartTurn),
  );
}

endWhenAsked();
const data: AcousticWorkerData = workerData;
void main(data);
