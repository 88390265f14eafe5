/** Which generations are still wanted on one side of a stream. */
export class Generations {
  #cancelled = -1;
  #sent = 0;
  #received = 0;

  /** The generation a frame carries when the sender names none. */
  get current(): number {
    return this.#sent;
  }

  /** Abandons this generation and every older one. Returns false when they were abandoned before. */
  cancel(generation: number): boolean {
    if (generation <= this.#cancelled) return false;
    this.#cancelled = generation;
    return true;
  }

  /** Whether a frame of this generation is still worth sending. */
  sending(generation: number): boolean {
    if (generation <= this.#cancelled || generation < this.#sent) return false;
    this.#sent = generation;
    return true;
  }

  /** Whether a frame of this generation is still wanted here: not cancelled, not behind a newer one. */
  receiving(generation: number): boolean {
    if (generation <= this.#cancelled || generation < this.#received) return false;
    this.#received = generation;
    return true;
  }
}
