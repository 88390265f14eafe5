import type { BusStatus } from '../stream';

/** A bus's status and who wants to know of its changes. `closed` is final. */
export class StatusListeners {
  readonly #listeners = new Set<(status: BusStatus) => void>();

  constructor(public current: BusStatus) {}

  set(status: BusStatus): void {
    if (status === this.current || this.current === 'closed') return;
    this.current = status;
    for (const listener of [...this.#listeners]) listener(status);
  }

  listen(listener: (status: BusStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
