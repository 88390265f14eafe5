import { LaneMemory } from './lane-memory';
import { SileroState, type SileroRow } from './silero-model';

/** Takes the frames that wait in the shared memory, at most one of each lane, and puts probabilities back. */
export class Batcher {
  readonly #states: SileroState[];
  readonly #epochs: Int32Array;

  constructor(private readonly memory: LaneMemory) {
    this.#states = Array.from({ length: memory.lanes }, () => new SileroState());
    this.#epochs = new Int32Array(memory.lanes);
  }

  /** Lanes with a frame that has no probability yet. */
  waiting(): number[] {
    const lanes: number[] = [];
    for (let lane = 0; lane < this.memory.lanes; lane++) {
      if (this.memory.written(lane) !== this.memory.done(lane)) lanes.push(lane);
    }
    return lanes;
  }

  rows(lanes: readonly number[]): SileroRow[] {
    return lanes.map((lane) => {
      const at = this.memory.done(lane);
      return {
        state: this.#state(lane),
        samples: this.memory.samples(lane, at),
        peek: this.memory.isPeek(lane, at),
      };
    });
  }

  finish(lanes: readonly number[], probabilities: Float32Array): void {
    lanes.forEach((lane, i) => this.memory.finish(lane, probabilities[i]!));
  }

  #state(lane: number): SileroState {
    const state = this.#states[lane]!;
    const epoch = this.memory.epoch(lane);
    if (this.#epochs[lane] !== epoch) {
      this.#epochs[lane] = epoch;
      state.reset();
    }
    return state;
  }
}
