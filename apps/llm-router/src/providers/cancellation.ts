import type { GenerateOptions } from './provider';

/**
 * Tells one request that its answer is no longer wanted. An AbortSignal is made only for who asks for one: making it and
 * listening to it costs a tenth of what Parley itself adds to an answer.
 */
export class Cancellation implements GenerateOptions {
  #controller: AbortController | undefined;
  #callback: (() => void) | undefined;
  #cancelled = false;

  constructor(private readonly reason: Error) {}

  get cancelled(): boolean {
    return this.#cancelled;
  }

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#cancelled) this.#controller.abort(this.reason);
    }
    return this.#controller.signal;
  }

  onCancel(callback: (() => void) | undefined): void {
    this.#callback = callback;
    if (this.#cancelled) callback?.();
  }

  cancel(): void {
    if (this.#cancelled) return;
    this.#cancelled = true;
    this.#controller?.abort(this.reason);
    this.#callback?.();
  }
}
