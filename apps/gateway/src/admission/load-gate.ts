import { performance, type EventLoopUtilization } from 'node:perf_hooks';
import { isOverloaded, joined, noLoad, sampled, type Load } from './load';

const sampleMs = 250;

/** Refuses new sessions while the event loop has no time for them, so that those that run keep theirs. */
export class LoadGate {
  #load: Load = noLoad;
  #before: EventLoopUtilization = performance.eventLoopUtilization();
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
    const now = performance.eventLoopUtilization();
    const nowMs = performance.now();
    const { utilization } = performance.eventLoopUtilization(now, this.#before);
    this.#load = sampled(this.#load, utilization, nowMs - this.#beforeMs);
    this.#before = now;
    this.#beforeMs = nowMs;
  }
}
