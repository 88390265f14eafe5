import { setTimeout as delay } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { endWhenAsked } from '../threads/ending';
import { Batcher } from './batcher';
import { LaneMemory, type LaneBuffers } from './lane-memory';
import { SileroModel } from './silero-model';

/** What the main thread starts this thread with. */
export interface VadWorkerData {
  readonly modelPath: string;
  readonly buffers: LaneBuffers;
}

/** Told to the main thread: the model is loaded; results wait, with the batch that brought them. */
export type VadWorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'results'; readonly batch: number };

/** With more streams than this, frames are gathered for a moment so that they share a run of the model. */
const gatherAbove = 4;
const gatherMs = 3;

async function main(data: VadWorkerData): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('the VAD program runs as a worker thread');
  const memory = new LaneMemory(data.buffers);
  const batcher = new Batcher(memory);
  const model = await SileroModel.load(data.modelPath);
  let wake: (() => void) | undefined;
  port.on('message', () => wake?.());
  const send = (message: VadWorkerMessage): void => port.postMessage(message);
  send({ kind: 'ready' });
  for (;;) {
    let lanes = batcher.waiting();
    if (lanes.length === 0) {
      const woken = new Promise<void>((resolve) => (wake = resolve));
      memory.sleep();
      // A frame written between the look above and `sleep` sent no wake-up.
      if (batcher.waiting().length === 0) await woken;
      if (memory.active > gatherAbove) await delay(gatherMs);
      lanes = batcher.waiting();
    }
    if (lanes.length === 0) continue;
    batcher.finish(lanes, await model.run(batcher.rows(lanes)));
    if (memory.mustNotify()) send({ kind: 'results', batch: lanes.length });
  }
}

endWhenAsked();
const data: VadWorkerData = workerData;
void main(data);
