/** Passes values from one producer to one consumer in order. Its bound is the producer's business. */
export class Handoff<Value> implements AsyncIterable<Value> {
  readonly #values: Value[] = [];
  #ended = false;
  #error: unknown;
  #wake: (() => void) | undefined;

  get size(): number {
    return this.#values.length;
  }

  /** False after the end. */
  push(value: Value): boolean {
    if (this.#ended) return false;
    this.#values.push(value);
    this.#notify();
    return true;
  }

  end(): void {
    this.#ended = true;
    this.#notify();
  }

  /** Forgets what was not taken yet. */
  clear(): void {
    this.#values.length = 0;
  }

  /** The consumer gets what was pushed before, then this error. */
  fail(error: unknown): void {
    if (this.#ended) return;
    this.#error = error;
    this.end();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Value> {
    for (;;) {
      const value = this.#values.shift();
      if (value !== undefined) {
        yield value;
      } else if (this.#ended) {
        if (this.#error !== undefined) throw this.#error;
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }

  #notify(): void {
    this.#wake?.();
    this.#wake = undefined;
  }
}
