import { parentPort } from 'node:worker_threads';
import { NoiseReducer } from './noise-reducer';
import { loadRnnoise } from './rnnoise';

export type DenoiseRequest =
  | { readonly kind: 'open'; readonly lane: number; readonly floor: number }
  | { readonly kind: 'push'; readonly lane: number; readonly pcm: Int16Array<ArrayBuffer> }
  | { readonly kind: 'flush' | 'close'; readonly lane: number };

export type DenoiseWorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'audio'; readonly lane: number; readonly pcm: Int16Array };

async function main(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('the denoising program runs as a worker thread');
  const newDenoiser = await loadRnnoise();
  const reducers = new Map<number, NoiseReducer>();
  const answer = (lane: number, pcm: Int16Array): void =>
    port.postMessage({ kind: 'audio', lane, pcm } satisfies DenoiseWorkerMessage);
  port.on('message', (request: DenoiseRequest) => {
    const { lane } = request;
    switch (request.kind) {
      case 'open':
        reducers.set(lane, new NoiseReducer(newDenoiser(), request.floor));
        return;
      case 'push':
        answer(lane, reducers.get(lane)!.process(request.pcm));
        return;
      case 'flush':
        answer(lane, reducers.get(lane)!.flush());
        return;
      case 'close':
        reducers.get(lane)?.close();
        reducers.delete(lane);
    }
  });
  port.postMessage({ kind: 'ready' } satisfies DenoiseWorkerMessage);
}

void main();
