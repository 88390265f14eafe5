import type { Outgoing } from './burst';

/**
 * Beyond so many messages waiting for the end of one turn of the event loop, they go at once: a turn that has many to
 * handle is long, and the first would wait for all. What more writes cost is then a tenth of a microsecond a message.
 */
const mostWaiting = 32;

/**
 * Gathers what is published in one turn of the event loop, so that it leaves in one write: a write to a socket
 * costs more than everything else about a frame. Nothing waits for a timer, and order is kept.
 */
export class Coalescer {
  #waiting: Outgoing[] = [];

  constructor(private readonly publish: (messages: readonly Outgoing[]) => void) {}

  add(subject: string, data: Uint8Array): void {
    this.#waiting.push({ subject, data });
    if (this.#waiting.length === 1) setImmediate(() => this.release());
    else if (this.#waiting.length >= mostWaiting) this.release();
  }

  release(): void {
    const going = this.#waiting;
    if (going.length === 0) return;
    this.#waiting = [];
    this.publish(going);
  }
}
