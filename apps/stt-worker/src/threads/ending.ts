import { parentPort, type Worker } from 'node:worker_threads';

const request = 'end';
const ending = new WeakMap<Worker, Promise<void>>();

/**
 * Asks a thread to go, and ends it once it has not gone for `patienceMs`. onnxruntime ends the whole process where its
 * thread is ended in the midst of a run, or of loading a model.
 */
export function endThread(worker: Worker, patienceMs = 5_000): Promise<void> {
  let gone = ending.get(worker);
  if (!gone) ending.set(worker, (gone = end(worker, patienceMs)));
  return gone;
}

async function end(worker: Worker, patienceMs: number): Promise<void> {
  const isGone = worker.threadId < 0;
  if (isGone) return;
  const exit = new Promise((resolve) => worker.once('exit', resolve));
  worker.postMessage(request);
  const timeout = setTimeout(() => void worker.terminate(), patienceMs);
  await exit;
  clearTimeout(timeout);
}

/** The thread's side, to be called before it loads anything: it goes between two runs. */
export function endWhenAsked(): void {
  parentPort?.on('message', (message: unknown) => {
    if (message === request) process.exit();
  });
}
