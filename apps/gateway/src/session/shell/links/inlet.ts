import type { Stream } from '@parley/bus';

/** Payloads that wait: commits of a whole conversation, and the audio between them. */
const maxWaiting = 2_048;

/** A worker's stream for more at once than it has credit for: what is beyond waits, in order. */
export class Inlet {
  readonly #waiting: Uint8Array[] = [];

  constructor(private readonly stream: Stream) {}

  /** False: the worker takes nothing, or too little. */
  send(payload: Uint8Array): boolean {
    if (this.#waiting.length === 0 && this.stream.send(payload)) return true;
    if (this.stream.closed || this.#waiting.length >= maxWaiting) return false;
    if (this.#waiting.push(payload) === 1) this.#pour();
    return true;
  }

  #pour(): void {
    this.stream.ready().then(
      () => this.#ready(),
      // The stream is closed; whoever follows is told everything anew.
      () => this.#waiting.splice(0),
    );
  }

  #ready(): void {
    while (this.#waiting[0] !== undefined && this.stream.send(this.#waiting[0])) this.#waiting.shift();
    if (this.#waiting.length > 0) this.#pour();
  }
}
