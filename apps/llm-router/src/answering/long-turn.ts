import { setImmediate } from 'node:timers';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Heartbeats, cancels and other conversations wait no longer than this for one that has much to say at once. */
const maxTurnMs = 10;

/** So many take far less than that: a turn that has no more is not watched, which would cost a turn of its own. */
const maxUnwatched = 32;

/** Knows for how long this turn of the event loop has gone on: an answer that is all there is read without a pause. */
class LongTurn {
  #beganMs = 0;
  #running = false;
  #unwatched = 0;

  /** Called for each event that is read. */
  isOver(nowMs: number): boolean {
    if (this.#running) return nowMs - this.#beganMs > maxTurnMs;
    this.#unwatched += 1;
    if (this.#unwatched < maxUnwatched) return false;
    this.#unwatched = 0;
    this.#running = true;
    this.#beganMs = nowMs;
    setImmediate(() => (this.#running = false));
    return false;
  }

  next(): Promise<void> {
    return nextTurn();
  }
}

/** Of this thread: answers share its event loop. */
export const longTurn = new LongTurn();
