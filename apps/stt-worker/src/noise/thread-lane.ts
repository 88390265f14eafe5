import { concatInt16 } from '@parley/audio';
import type { DenoiseLane, OnAudio } from './denoiser';
import type { DenoiseRequest } from './denoise.worker';

/** The thread as a lane sees it. */
export interface LaneThread {
  send(request: DenoiseRequest, transfer?: readonly ArrayBuffer[]): void;
}

/** Main-thread side of one stream: knows what is under way, and gives it back as it was when the thread goes. */
export class ThreadLane implements DenoiseLane {
  #thread: LaneThread | undefined;
  #orders = 0;
  /** What went in and has not come out. */
  #inside: Int16Array[] = [];
  #closed = false;

  constructor(
    readonly index: number,
    private readonly floor: number,
    /** Undefined: it is away. */
    private readonly thread: () => LaneThread | undefined,
    private readonly onAudio: OnAudio,
    private readonly onIdle: (lane: ThreadLane) => void,
  ) {}

  push(pcm: Int16Array): void {
    const thread = this.#reach();
    if (!thread) return this.onAudio(pcm);
    this.#orders += 1;
    this.#inside.push(pcm.slice());
    const own = pcm.slice();
    thread.send({ kind: 'push', lane: this.index, pcm: own }, [own.buffer]);
  }

  flush(): void {
    if (!this.#thread) return this.onAudio(new Int16Array(0));
    this.#orders += 1;
    this.#thread.send({ kind: 'flush', lane: this.index });
  }

  close(): void {
    this.#closed = true;
    this.#thread?.send({ kind: 'close', lane: this.index });
    this.#release();
  }

  answered(pcm: Int16Array): void {
    this.#orders -= 1;
    this.#forget(pcm.length);
    this.onAudio(pcm);
    this.#release();
  }

  /** The thread is gone: all that is under way comes back with its noise. */
  gone(): void {
    const raw = concatInt16(this.#inside);
    const orders = this.#orders;
    this.#thread = undefined;
    this.#orders = 0;
    this.#inside = [];
    for (let order = 0; order < orders; order++) this.onAudio(order === 0 ? raw : new Int16Array(0));
    this.#release();
  }

  /** Between two pieces the thread may be another one, or there again. */
  #reach(): LaneThread | undefined {
    if (this.#thread) return this.#thread;
    this.#thread = this.thread();
    this.#thread?.send({ kind: 'open', lane: this.index, floor: this.floor });
    return this.#thread;
  }

  #forget(samples: number): void {
    let left = samples;
    while (left > 0 && this.#inside.length > 0) {
      const [first] = this.#inside;
      if (first!.length > left) this.#inside[0] = first!.subarray(left);
      else this.#inside.shift();
      left -= first!.length;
    }
  }

  #release(): void {
    if (this.#closed && this.#orders === 0) this.onIdle(this);
  }
}
