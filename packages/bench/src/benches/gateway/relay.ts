import type { EngineWatch } from './engines';
import type { ClientWatch } from './load';

interface Passing {
  readonly sentMs: number[];
  readonly spokenMs: number[];
}

/**
 * Times of the frames of sessions whose client and engines are in this process: the n-th frame sent is the n-th
 * heard, and the n-th spoken the n-th played.
 */
export class Relay implements EngineWatch, ClientWatch {
  readonly #passing = new Map<string, Passing>();
  #up: number[] = [];
  #down: number[] = [];

  sent(sessionId: string): void {
    let passing = this.#passing.get(sessionId);
    if (passing === undefined) this.#passing.set(sessionId, (passing = { sentMs: [], spokenMs: [] }));
    passing.sentMs.push(performance.now());
  }

  heard(sessionId: string): void {
    const sentMs = this.#passing.get(sessionId)?.sentMs.shift();
    if (sentMs !== undefined) this.#up.push(performance.now() - sentMs);
  }

  spoke(sessionId: string): void {
    this.#passing.get(sessionId)?.spokenMs.push(performance.now());
  }

  played(sessionId: string): void {
    const spokenMs = this.#passing.get(sessionId)?.spokenMs.shift();
    if (spokenMs !== undefined) this.#down.push(performance.now() - spokenMs);
  }

  /** Milliseconds client → engine and engine → client since the last time, and frames still under way. */
  take(): { up: number[]; down: number[]; underWay: number } {
    const taken = { up: this.#up, down: this.#down };
    this.#up = [];
    this.#down = [];
    const underWay = [...this.#passing.values()].reduce(
      (sum, { sentMs, spokenMs }) => sum + sentMs.length + spokenMs.length,
      0,
    );
    return { ...taken, underWay };
  }
}
