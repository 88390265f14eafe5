import { contextSamples, windowSamples } from './frame';

/** Frames of one lane that may be under way between the two threads. */
export const laneDepth = 8;

const countersPerLane = 3;
const flags = 3;

/**
 * What the main thread and the VAD thread share: per lane a ring of `laneDepth` windows, their probabilities and
 * three counters. Each counter has one writer, so no locks are needed:
 * `written` (main), `done` (VAD thread), `epoch` (main; a new epoch means a new stream, whose state starts at zero).
 */
export class LaneMemory {
  readonly lanes: number;
  readonly #counters: Int32Array;
  readonly #flags: Int32Array;
  readonly #samples: Int16Array;
  readonly #peeks: Uint8Array;
  readonly #probabilities: Float32Array;

  constructor(readonly buffers: LaneBuffers) {
    this.#counters = new Int32Array(buffers.counters);
    this.#flags = new Int32Array(buffers.flags);
    this.#samples = new Int16Array(buffers.samples);
    this.#peeks = new Uint8Array(buffers.peeks);
    this.#probabilities = new Float32Array(buffers.probabilities);
    this.lanes = this.#counters.length / countersPerLane;
  }

  static allocate(lanes: number): LaneMemory {
    return new LaneMemory({
      counters: new SharedArrayBuffer(lanes * countersPerLane * 4),
      flags: new SharedArrayBuffer(flags * 4),
      samples: new SharedArrayBuffer(lanes * laneDepth * windowSamples * 2),
      peeks: new SharedArrayBuffer(lanes * laneDepth),
      probabilities: new SharedArrayBuffer(lanes * laneDepth * 4),
    });
  }

  written(lane: number): number {
    return Atomics.load(this.#counters, lane * countersPerLane);
  }

  done(lane: number): number {
    return Atomics.load(this.#counters, lane * countersPerLane + 1);
  }

  epoch(lane: number): number {
    return Atomics.load(this.#counters, lane * countersPerLane + 2);
  }

  nextEpoch(lane: number): void {
    Atomics.add(this.#counters, lane * countersPerLane + 2, 1);
  }

  /** Main thread: copies one frame in and publishes it. The caller has checked that the lane has room. */
  write(lane: number, frame: Int16Array): void {
    this.#publish(lane, frame, contextSamples, false);
  }

  /** The same with a window that is judged in passing. */
  writePeek(lane: number, window: Int16Array): void {
    this.#publish(lane, window, 0, true);
  }

  /** VAD thread: the samples of frame `at`, a view; of a peek its whole window. */
  samples(lane: number, at: number): Int16Array {
    const slot = this.#slot(lane, at);
    const from = this.isPeek(lane, at) ? 0 : contextSamples;
    return this.#samples.subarray(slot * windowSamples + from, (slot + 1) * windowSamples);
  }

  isPeek(lane: number, at: number): boolean {
    return this.#peeks[this.#slot(lane, at)] === 1;
  }

  /** VAD thread: publishes the probability of the oldest frame that has none yet. */
  finish(lane: number, probability: number): void {
    const at = this.done(lane);
    this.#probabilities[this.#slot(lane, at)] = probability;
    Atomics.store(this.#counters, lane * countersPerLane + 1, (at + 1) | 0);
  }

  probability(lane: number, at: number): number {
    return this.#probabilities[this.#slot(lane, at)]!;
  }

  /** VAD thread, before it waits: from now on the main thread must wake it. */
  sleep(): void {
    Atomics.store(this.#flags, 0, 1);
  }

  /** True for the one caller that has to send the wake-up message. */
  mustWake(): boolean {
    return Atomics.exchange(this.#flags, 0, 0) === 1;
  }

  /** True when the main thread has not yet been told that results wait. */
  mustNotify(): boolean {
    return Atomics.exchange(this.#flags, 1, 1) === 0;
  }

  /** Streams open now, by which the VAD thread decides whether to gather frames. */
  get active(): number {
    return Atomics.load(this.#flags, 2);
  }

  set active(lanes: number) {
    Atomics.store(this.#flags, 2, lanes);
  }

  /** Main thread, before it looks for results. */
  notified(): void {
    Atomics.store(this.#flags, 1, 0);
  }

  #publish(lane: number, samples: Int16Array, offset: number, peek: boolean): void {
    const at = this.written(lane);
    const slot = this.#slot(lane, at);
    this.#samples.set(samples, slot * windowSamples + offset);
    this.#peeks[slot] = peek ? 1 : 0;
    Atomics.store(this.#counters, lane * countersPerLane, (at + 1) | 0);
  }

  #slot(lane: number, at: number): number {
    return lane * laneDepth + ((at >>> 0) % laneDepth);
  }
}

export interface LaneBuffers {
  readonly counters: SharedArrayBuffer;
  readonly flags: SharedArrayBuffer;
  readonly samples: SharedArrayBuffer;
  readonly peeks: SharedArrayBuffer;
  readonly probabilities: SharedArrayBuffer;
}
