import type { Clock } from '../clock';

interface Due {
  readonly atMs: number;
  readonly run: () => void;
}

/** Runs calls in the order of their times, and of their coming where those are equal. */
export class Schedule {
  #due: Due[] = [];
  #cancel: (() => void) | undefined;
  #soon = false;

  constructor(private readonly clock: Clock) {}

  at(atMs: number, run: () => void): void {
    let index = this.#due.length;
    while (index > 0 && (this.#due[index - 1]?.atMs ?? 0) > atMs) index -= 1;
    this.#due.splice(index, 0, { atMs, run });
    if (index === 0 || !this.#soon) this.#arm();
  }

  #arm(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    const [first] = this.#due;
    if (first === undefined || this.#soon) return;
    const waitMs = first.atMs - this.clock.nowMs();
    if (waitMs > 0) {
      this.#cancel = this.clock.after(waitMs, () => this.#pump());
      return;
    }
    this.#soon = true;
    this.clock.soon(() => {
      this.#soon = false;
      this.#pump();
    });
  }

  #pump(): void {
    this.#cancel = undefined;
    const nowMs = this.clock.nowMs();
    // What these calls add waits for the next round, so that no exchange keeps the process to itself.
    const count = this.#due.findIndex((due) => due.atMs > nowMs);
    for (const { run } of this.#due.splice(0, count === -1 ? this.#due.length : count)) run();
    this.#arm();
  }
}
