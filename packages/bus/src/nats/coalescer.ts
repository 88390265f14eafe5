import { Burst } from './burst';

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
  readonly #burst = new Burst();

  constructor(private readonly send: (bytes: Buffer) => void) {}

  /** Copies `data`. */
  add(subject: string, data: Uint8Array): void {
    const burst = this.#burst;
    if (!burst.add(subject, data)) {
      this.release();
      burst.add(subject, data);
    }
    if (burst.messages === 1) setImmediate(this.release);
    else if (burst.messages >= mostWaiting) this.release();
  }

  readonly release = (): void => {
    if (this.#burst.messages > 0) this.send(this.#burst.take());
  };
}
