import type { Stream } from './stream';

/**
 * Sends on a stream that many share: in order, and what there is no credit for when there is. Who uses it bounds what
 * each of them may have waiting.
 */
export class Line {
  #waiting: Uint8Array[] = [];
  #pumping = false;

  constructor(private readonly stream: Stream) {}

  send(payload: Uint8Array): void {
    if (this.#waiting.length > 0 || !this.stream.send(payload)) this.#wait(payload);
  }

  #wait(payload: Uint8Array): void {
    if (this.stream.closed) return;
    this.#waiting.push(payload);
    void this.#pump();
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
