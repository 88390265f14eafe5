import type { Stream } from './stream';

/**
 * Sends on a stream what may be more at once than there is credit for: in order, and what there is no credit for when
 * there is.
 */
export class Line {
  #waiting: Uint8Array[] = [];
  #pumping = false;

  /** @param maxWaiting Infinity: who shares the stream bounds what each of them may have waiting */
  constructor(
    private readonly stream: Stream,
    private readonly maxWaiting = Infinity,
  ) {}

  /** False: it is not sent, as the stream is closed or too much waits. */
  send(payload: Uint8Array): boolean {
    if (this.#waiting.length === 0 && this.stream.send(payload)) return true;
    if (this.stream.closed || this.#waiting.length >= this.maxWaiting) return false;
    this.#waiting.push(payload);
    void this.#pump();
    return true;
  }

  async #pump(): Promise<void> {
    if (this.#pumping) return;
    this.#pumping = true;
    try {
      while (this.#waiting.length > 0) {
        await this.stream.ready();
        const sent = this.#waiting.findIndex((payload) => !this.stream.send(payload));
        this.#waiting.splice(0, sent < 0 ? this.#waiting.length : sent);
      }
    } catch {
      // The stream is closed: nobody hears the rest.
      this.#waiting = [];
    } finally {
      this.#pumping = false;
    }
  }
}
