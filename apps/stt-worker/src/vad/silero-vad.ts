import { startTimeoutMs } from '../threads/limits';
import { Relaunch } from '../threads/relaunch';
import { SharedLane, type LaneOwner } from './lane';
import type { LaneMemory } from './lane-memory';
import type { OnProbability, Vad, VadLane } from './vad';
import { VadThread } from './vad-thread';

export interface SileroVadOptions {
  /** The built worker program. */
  readonly program: string;
  readonly modelPath: string;
  /** Streams at a time. */
  readonly lanes: number;
  readonly onBatch?: (frames: number) => void;
  readonly onTurnaround?: (seconds: number) => void;
  readonly onRestart?: (message: string) => void;
}

const firstBackoffMs = 100;
/** Frames under way and none finished for so long: the thread hangs and is replaced. */
const stallMs = 2_000;

/** Silero for every stream of the service, in one worker thread. Streams go on by level while it is away. */
export class SileroVad implements Vad {
  readonly #open = new Map<number, SharedLane>();
  readonly #free: number[];
  readonly #deliverLater = new Set<SharedLane>();
  readonly #owner: LaneOwner;
  #thread: VadThread | undefined;
  #ready = false;
  #stopped = false;
  readonly #relaunch = new Relaunch({
    firstBackoffMs,
    launch: () => this.#launch(),
    isWanted: () => !this.#stopped && !this.#ready,
    onFailed: (message) => this.options.onRestart?.(message),
  });
  #lastProgressMs = 0;
  #wokenAtMs: number | undefined;
  #watch: NodeJS.Timeout | undefined;

  constructor(private readonly options: SileroVadOptions) {
    this.#free = Array.from({ length: options.lanes }, (_, i) => options.lanes - 1 - i);
    const memory = (): LaneMemory | undefined => (this.#ready ? this.#thread?.memory : undefined);
    this.#owner = {
      get memory() {
        return memory();
      },
      wake: () => this.#wake(),
      deliverSoon: (lane) => this.#deliverSoon(lane),
      release: (lane) => this.#release(lane),
    };
  }

  /** Whether the model judges (else levels do). */
  get ready(): boolean {
    return this.#ready;
  }

  /** Resolves once the model judges. */
  async start(): Promise<void> {
    this.#watch = setInterval(() => this.#checkStall(), stallMs / 4);
    this.#watch.unref();
    await this.#launch();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#watch);
    await this.#thread?.stop();
  }

  open(onProbability: OnProbability): VadLane {
    const index = this.#free.pop();
    if (index === undefined) throw new Error('every VAD lane is taken');
    const lane = new SharedLane(index, this.#owner, onProbability);
    this.#open.set(index, lane);
    this.#countActive();
    return lane;
  }

  #launch(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timeout = setTimeout(() => void this.#thread?.stop(startTimeoutMs), startTimeoutMs);
      this.#thread = new VadThread(this.options.program, this.options.modelPath, this.options.lanes, {
        onReady: () => {
          clearTimeout(timeout);
          this.#ready = true;
          this.#lastProgressMs = performance.now();
          this.#reattach();
          resolve();
        },
        onResults: (batch) => this.#onResults(batch),
        onGone: (message) => {
          clearTimeout(timeout);
          reject(new Error(`the VAD could not start: ${message}`));
          this.#onGone(message);
        },
      });
    });
  }

  #onGone(message: string): void {
    const wasReady = this.#ready;
    this.#ready = false;
    this.#thread = undefined;
    this.#reattach();
    if (this.#stopped || !wasReady) return;
    this.options.onRestart?.(message);
    void this.#relaunch.run();
  }

  #reattach(): void {
    for (const lane of this.#open.values()) lane.reattach();
    this.#countActive();
  }

  #wake(): void {
    this.#wokenAtMs ??= performance.now();
    this.#thread?.wake();
  }

  #onResults(batch: number): void {
    const now = performance.now();
    this.#lastProgressMs = now;
    this.#relaunch.worked();
    this.options.onBatch?.(batch);
    if (this.#wokenAtMs !== undefined) this.options.onTurnaround?.((now - this.#wokenAtMs) / 1000);
    this.#wokenAtMs = undefined;
    this.#thread?.memory.notified();
    for (const lane of this.#open.values()) lane.deliver();
  }

  #deliverSoon(lane: SharedLane): void {
    if (this.#deliverLater.size === 0) {
      setImmediate(() => {
        const lanes = [...this.#deliverLater];
        this.#deliverLater.clear();
        for (const waiting of lanes) waiting.deliver();
      });
    }
    this.#deliverLater.add(lane);
  }

  #release(lane: SharedLane): void {
    if (this.#open.get(lane.index) !== lane) return;
    this.#open.delete(lane.index);
    this.#free.push(lane.index);
    this.#countActive();
  }

  #countActive(): void {
    if (this.#thread) this.#thread.memory.active = this.#open.size;
  }

  #checkStall(): void {
    if (!this.#ready) return;
    let underWay = 0;
    for (const lane of this.#open.values()) underWay += lane.underWay;
    const now = performance.now();
    if (underWay === 0) this.#lastProgressMs = now;
    else if (now - this.#lastProgressMs > stallMs) void this.#thread?.stop();
  }
}
