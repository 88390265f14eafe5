/** Highest priority first, then first come. Short queues: a sorted array is the fastest thing there is. */
export class PriorityQueue<Entry extends { readonly priority: number }> {
  readonly #entries: Entry[] = [];

  get size(): number {
    return this.#entries.length;
  }

  push(entry: Entry): void {
    let at = this.#entries.length;
    while (at > 0 && (this.#entries[at - 1]?.priority ?? 0) < entry.priority) at -= 1;
    this.#entries.splice(at, 0, entry);
  }

  /** Puts an entry before all others of its priority: one that had its turn already. */
  putBack(entry: Entry): void {
    let at = 0;
    while (at < this.#entries.length && (this.#entries[at]?.priority ?? 0) > entry.priority) at += 1;
    this.#entries.splice(at, 0, entry);
  }

  shift(): Entry | undefined {
    return this.#entries.shift();
  }

  remove(entry: Entry): boolean {
    const at = this.#entries.indexOf(entry);
    if (at >= 0) this.#entries.splice(at, 1);
    return at >= 0;
  }

  drain(): Entry[] {
    return this.#entries.splice(0);
  }
}
