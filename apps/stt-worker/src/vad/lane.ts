import { levelDbfs } from '@parley/audio';
import { EnergyVad } from './energy-vad';
import { contextSamples } from './frame';
import { laneDepth, type LaneMemory } from './lane-memory';
import type { OnProbability, VadLane } from './vad';

/** The model's thread as a lane sees it; undefined memory = the model is away. */
export interface LaneOwner {
  readonly memory: LaneMemory | undefined;
  wake(): void;
  /** Ask for `deliver()` soon, outside the present call. */
  deliverSoon(lane: SharedLane): void;
  release(lane: SharedLane): void;
}

/** Main-thread side of one lane: knows what is under way, and judges by level what the model cannot. */
export class SharedLane implements VadLane {
  readonly #energy = new EnergyVad();
  /** Level judgements of the frames under way, oldest first. */
  readonly #pending: number[] = [];
  #delivered = 0;
  #memory: LaneMemory | undefined;
  #closed = false;

  constructor(
    readonly index: number,
    private readonly owner: LaneOwner,
    private readonly onProbability: OnProbability,
  ) {
    this.#attach();
  }

  get hasRoom(): boolean {
    return !this.#closed && this.#pending.length < laneDepth;
  }

  get underWay(): number {
    return this.#pending.length;
  }

  push(frame: Int16Array): void {
    this.#judge(frame, (memory) => memory.write(this.index, frame));
  }

  peek(window: Int16Array): void {
    this.#judge(window.subarray(contextSamples), (memory) => memory.writePeek(this.index, window));
  }

  /** Hands over the probabilities that are there. */
  deliver(): void {
    const memory = this.#memory;
    for (;;) {
      if (memory?.done(this.index) === this.#delivered) break;
      const byLevel = this.#pending.shift();
      if (byLevel === undefined) break;
      if (!memory) {
        this.#report(byLevel, true);
        continue;
      }
      const probability = memory.probability(this.index, this.#delivered);
      this.#delivered = (this.#delivered + 1) | 0;
      this.#report(probability, false);
    }
    if (this.#closed && this.#pending.length === 0) this.owner.release(this);
  }

  /** The model's thread came or went: frames under way are judged by level, later ones go to what is there now. */
  reattach(): void {
    this.#memory = undefined;
    this.deliver();
    if (!this.#closed) this.#attach();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    // The thread may still read the lane's frames: it is free once they are judged.
    this.deliver();
  }

  #judge(frame: Int16Array, write: (memory: LaneMemory) => void): void {
    if (!this.hasRoom) throw new Error('the VAD lane is full');
    this.#pending.push(this.#energy.probability(levelDbfs(frame)));
    if (this.#memory) {
      write(this.#memory);
      this.owner.wake();
    } else {
      this.owner.deliverSoon(this);
    }
  }

  #attach(): void {
    this.#memory = this.owner.memory;
    if (!this.#memory) return;
    this.#memory.nextEpoch(this.index);
    this.#delivered = this.#memory.done(this.index);
  }

  #report(probability: number, fallback: boolean): void {
    if (!this.#closed) this.onProbability(probability, fallback);
  }
}
