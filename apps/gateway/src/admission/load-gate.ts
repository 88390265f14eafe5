import { performance, type EventLoopUtilization } from 'node:perf_hooks';
import { isOverloaded, joined, noLoad, sampled, type Load } from './load';
import { ownShare, readThreadTime, type ThreadTime } from './thread-time';

const sampleMs = 250;

/** Refuses new sessions while the event loop has no time for them, so that those that run keep theirs. */
export class LoadGate {
  #load: Load = noLoad;
  #before: EventLoopUtilization = performance.eventLoopUtilization();
  #threadBefore: ThreadTime | undefined = readThreadTime();
  #beforeMs = performance.now();
  readonly #timer: NodeJS.Timeout;

  /** `maxBusy`: part of the time that the event loop may be busy, 0–1; 1 = no limit. */
  constructor(private readonly maxBusy: number) {
    this.#timer = setInterval(() => this.#sample(), sampleMs).unref();
  }

  /** Smoothed, 0–1. */
  get busy(): number {
    return this.#load.busy;
  }

  isFull(sessions: number): boolean {
    return this.maxBusy < 1 && isOverloaded(this.#load, sessions, this.maxBusy);
  }

  /** A session was let in. */
  joined(): void {
    this.#load = joined(this.#load);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #sample(): void {
    const nowMs = performance.now();
    const elapsedMs = nowMs - this.#beforeMs;
    this.#load = sampled(this.#load, this.#busyPart(elapsedMs), elapsedMs);
    this.#beforeMs = nowMs;
  }

  /** Of its own work alone where the system tells it apart from waiting for a processor. */
  #busyPart(elapsedMs: number): number {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, this.#before);
    const thread = readThreadTime();
    const before = this.#threadBefore;
    this.#before = now;
    this.#threadBefore = thread;
    return thread && before ? ownShare(before, thread, elapsedMs) : utilization;
  }
}
