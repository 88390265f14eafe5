import type { EngineWatch } from './engines';
import type { ClientWatch } from './load';

interface Passing {
  /** Times of the frames that the client has sent, by their number. */
  readonly sentMs: Map<number, number>;
  sent: number;
  /** Times of the pieces of this reply that have not been played yet. */
  spokenMs: number[];
}

/** Times of the frames of sessions whose client and engines are both in this process. */
export class Relay implements EngineWatch, ClientWatch {
  readonly #passing = new Map<string, Passing>();
  #up: number[] = [];
  #down: number[] = [];

  constructor(private readonly frameMs: number) {}

  sent(sessionId: string): void {
    let passing = this.#passing.get(sessionId);
    if (passing === undefined) {
      passing = { sentMs: new Map(), sent: 0, spokenMs: [] };
      this.#passing.set(sessionId, passing);
    }
    passing.sentMs.set(passing.sent, performance.now());
    passing.sent += 1;
  }

  /** Audio from that position of the session has come: the resampler holds less than a frame back. */
  heard(sessionId: string, atMs: number): void {
    const passing = this.#passing.get(sessionId);
    const frame = Math.round(atMs / this.frameMs);
    const sentMs = passing?.sentMs.get(frame);
    if (passing === undefined || sentMs === undefined) return;
    passing.sentMs.delete(frame);
    this.#up.push(performance.now() - sentMs);
  }

  replyBegins(sessionId: string): void {
    const passing = this.#passing.get(sessionId);
    if (passing !== undefined) passing.spokenMs = [];
  }

  spoke(sessionId: string): void {
    this.#passing.get(sessionId)?.spokenMs.push(performance.now());
  }

  played(sessionId: string): void {
    const spokenMs = this.#passing.get(sessionId)?.spokenMs.shift();
    if (spokenMs !== undefined) this.#down.push(performance.now() - spokenMs);
  }

  /** Milliseconds client → engine and engine → client since the last time. */
  take(): { up: number[]; down: number[] } {
    const taken = { up: this.#up, down: this.#down };
    this.#up = [];
    this.#down = [];
    return taken;
  }
}
