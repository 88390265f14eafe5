import { performance } from 'node:perf_hooks';
import type { v1 } from '@parley/contracts';
import type { Registry } from 'prom-client';
import { EngineError } from '../errors';
import type { EngineHost, EngineLogger, EngineSpec, EngineState, WorkOptions } from '../host';
import { engineMetrics, type EngineMetrics, type WorkOutcome } from './metrics';
import { Place } from './place';
import { PriorityQueue } from './queue';
import { Work } from './work';

export interface EngineHostDependencies {
  readonly logger: EngineLogger;
  readonly metrics: Registry;
}

/** A host for one engine: nothing runs before `start`. */
export function createEngineHost(spec: EngineSpec, dependencies: EngineHostDependencies): EngineHost {
  return new EnginePool(spec, dependencies.logger, engineMetrics(dependencies.metrics));
}

const workTimeoutMs = 30_000;
const maxUnreadBytes = 64 * 1024 * 1024;

class EnginePool implements EngineHost {
  readonly #places: readonly Place[];
  readonly #queue = new PriorityQueue<Work>();
  readonly #timers = new Map<Work, { readonly timer: NodeJS.Timeout; readonly unlisten: () => void }>();
  #phase: 'new' | 'started' | 'stopped' = 'new';
  #wasReady = false;
  #nextWorkId = 1;
  #startWaiters: {
    resolve: (ready: v1.EngineReady.$Properties) => void;
    reject: (error: EngineError) => void;
  }[] = [];
  #firstFailures = 0;

  constructor(
    private readonly spec: EngineSpec,
    logger: EngineLogger,
    private readonly metrics: EngineMetrics,
  ) {
    this.#places = Array.from(
      { length: spec.processes ?? 1 },
      () =>
        new Place(spec, logger, {
          onReady: (ready) => this.#ready(ready),
          onRoom: () => this.#dispatch(),
          onUsage: (cpuSeconds) => this.#usage(cpuSeconds),
          onExit: (error, held) => this.#exited(error, held),
          onRestart: () => metrics.restarts.inc({ engine: spec.name }),
        }),
    );
  }

  get name(): string {
    return this.spec.name;
  }

  get state(): EngineState {
    if (this.#phase !== 'started') return this.#phase === 'new' ? 'starting' : 'stopped';
    if (this.#up() > 0) return 'ready';
    if (this.#places.every((place) => place.gaveUp)) return 'failed';
    return this.#wasReady ? 'restarting' : 'starting';
  }

  get queued(): number {
    return this.#queue.size;
  }

  get running(): number {
    return this.#places.reduce((sum, place) => sum + (place.process?.running ?? 0), 0);
  }

  start(): Promise<v1.EngineReady.$Properties> {
    if (this.#phase !== 'new') {
      return Promise.reject(
        new EngineError('caller_fault', 'engine_started', `${this.name}: started before`),
      );
    }
    this.#phase = 'started';
    const ready = new Promise<v1.EngineReady.$Properties>((resolve, reject) => {
      this.#startWaiters.push({ resolve, reject });
    });
    for (const place of this.#places) place.start();
    return ready;
  }

  work(payload: Uint8Array, options: WorkOptions = {}): Work {
    const createdMs = performance.now();
    const timeoutMs = options.timeoutMs ?? workTimeoutMs;
    const work = new Work({
      workId: this.#takeId(),
      payload,
      priority: options.priority ?? 0,
      replay: options.replay ?? true,
      createdMs,
      deadlineMs: createdMs + timeoutMs,
      maxUnreadBytes: this.spec.maxUnreadBytes ?? maxUnreadBytes,
      onSettled: (settled, outcome) => this.#settled(settled, outcome),
    });
    const refusal = this.#refusal(options.signal);
    if (refusal !== undefined) {
      work.fail(refusal.code === 'aborted' ? 'cancelled' : 'refused', refusal);
      return work;
    }
    this.#watch(work, timeoutMs, options.signal);
    this.#queue.push(work);
    this.#dispatch();
    return work;
  }

  pause(): void {
    for (const { process } of this.#places) process?.pause();
  }

  resume(): void {
    for (const { process } of this.#places) process?.resume();
  }

  async stop(): Promise<void> {
    if (this.#phase === 'stopped') return;
    this.#phase = 'stopped';
    const stopped = new EngineError('transient', 'engine_stopped', `${this.name} was stopped`);
    for (const waiter of this.#startWaiters.splice(0)) waiter.reject(stopped);
    for (const work of this.#queue.drain()) work.fail('failed', stopped);
    await Promise.all(this.#places.map((place) => place.stop()));
    this.#report();
  }

  #refusal(signal: AbortSignal | undefined): EngineError | undefined {
    if (signal?.aborted === true) return new EngineError('caller_fault', 'aborted', 'The work was aborted');
    if (this.#phase !== 'started' || this.state === 'failed') {
      return new EngineError('transient', 'engine_unavailable', `${this.name} is ${this.state}`);
    }
    if (this.#queue.size >= (this.spec.queueLimit ?? 64) && this.#roomiest() === undefined) {
      return new EngineError(
        'transient',
        'engine_busy',
        `${this.name}: ${this.#queue.size} works wait already`,
      );
    }
    return undefined;
  }

  #watch(work: Work, timeoutMs: number, signal: AbortSignal | undefined): void {
    const timer = setTimeout(() => {
      const where = work.attempts === 0 ? 'waiting' : 'running';
      const message = `${this.name}: not done within ${timeoutMs} ms (${where})`;
      work.fail('timeout', new EngineError('transient', 'engine_timeout', message));
    }, timeoutMs);
    const abort = () =>
      work.fail('cancelled', new EngineError('caller_fault', 'aborted', 'The work was aborted'));
    signal?.addEventListener('abort', abort, { once: true });
    this.#timers.set(work, { timer, unlisten: () => signal?.removeEventListener('abort', abort) });
  }

  #settled(work: Work, outcome: WorkOutcome): void {
    const watched = this.#timers.get(work);
    if (watched !== undefined) {
      clearTimeout(watched.timer);
      watched.unlisten();
      this.#timers.delete(work);
    }
    this.metrics.works.inc({ engine: this.name, outcome });
    if (outcome === 'done') {
      const seconds = (performance.now() - work.dispatchedMs) / 1_000;
      this.metrics.workSeconds.observe({ engine: this.name }, seconds);
    } else if (!this.#queue.remove(work)) {
      for (const place of this.#places) place.process?.abandon(work);
    }
    this.#report();
  }

  #dispatch(): void {
    for (;;) {
      const process = this.#queue.size > 0 ? this.#roomiest() : undefined;
      const work = process === undefined ? undefined : this.#queue.shift();
      if (process === undefined || work === undefined) break;
      work.attempts += 1;
      work.dispatchedMs = performance.now();
      this.metrics.waitSeconds.observe({ engine: this.name }, (work.dispatchedMs - work.createdMs) / 1_000);
      process.dispatch(work);
    }
    this.#report();
  }

  /** The process with the most room, if any has some. */
  #roomiest() {
    let best: Place['process'];
    for (const { process } of this.#places) {
      if (process !== undefined && process.room > (best?.room ?? 0)) best = process;
    }
    return best;
  }

  #ready(ready: v1.EngineReady.$Properties): void {
    this.#wasReady = true;
    for (const waiter of this.#startWaiters.splice(0)) waiter.resolve(ready);
    this.#dispatch();
  }

  #exited(error: EngineError, held: readonly Work[]): void {
    this.#firstFailures += 1;
    if (this.#firstFailures >= this.#places.length) {
      for (const waiter of this.#startWaiters.splice(0)) waiter.reject(error);
    }
    for (const work of held) {
      if (this.#phase === 'started' && work.replayable) {
        this.metrics.replays.inc({ engine: this.name });
        this.#queue.putBack(work);
      } else {
        work.fail('died', new EngineError('transient', error.code, error.message, { cause: error }));
      }
    }
    if (this.state === 'failed') {
      for (const work of this.#queue.drain()) {
        work.fail('failed', new EngineError('transient', 'engine_unavailable', error.message));
      }
    }
    this.#dispatch();
  }

  #usage(cpuSeconds: number): void {
    this.metrics.cpuSeconds.inc({ engine: this.name }, cpuSeconds);
    const rssBytes = this.#places.reduce((sum, place) => sum + (place.process?.rssBytes ?? 0), 0);
    this.metrics.rssBytes.set({ engine: this.name }, rssBytes);
  }

  #up(): number {
    return this.#places.filter((place) => place.process?.state === 'ready').length;
  }

  #report(): void {
    const engine = this.name;
    this.metrics.up.set({ engine }, this.#up());
    this.metrics.queueDepth.set({ engine }, this.queued);
    this.metrics.running.set({ engine }, this.running);
  }

  #takeId(): number {
    const workId = this.#nextWorkId;
    this.#nextWorkId = workId >= 0xffff_ffff ? 1 : workId + 1;
    return workId;
  }
}
