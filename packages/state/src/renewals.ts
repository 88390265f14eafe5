/** Groups of leases that are renewed one after the other: all at once would hold up everything else. */
const groupCount = 32;

export interface Renewing {
  /** Never throws. */
  renew(): void;
}

/**
 * One timer for the leases of all sessions, each of which is renewed once in `everyMs`. Those of a group leave together:
 * a command by itself costs several times one among others.
 */
export class Renewals {
  readonly #groups = Array.from({ length: groupCount }, () => new Set<Renewing>());
  readonly #stepMs: number;
  #timer: NodeJS.Timeout | undefined;
  #startMs = 0;
  #steps = 0;

  constructor(
    everyMs: number,
    private readonly nowMs: () => number = () => performance.now(),
  ) {
    this.#stepMs = everyMs / groupCount;
  }

  add(lease: Renewing): void {
    const smallest = this.#groups.reduce((least, group) => (group.size < least.size ? group : least));
    smallest.add(lease);
    if (this.#timer !== undefined) return;
    this.#startMs = this.nowMs();
    this.#steps = 0;
    this.#timer = setInterval(() => this.#catchUp(), this.#stepMs).unref();
  }

  /** It rests while there are none. */
  delete(lease: Renewing): void {
    for (const group of this.#groups) if (group.delete(lease)) break;
    if (this.#groups.some(({ size }) => size > 0)) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** As many groups as are due: a busy event loop comes late to each step, and leases end by the clock. */
  #catchUp(): void {
    const due = Math.floor((this.nowMs() - this.#startMs) / this.#stepMs);
    this.#steps = Math.max(this.#steps, due - groupCount);
    for (; this.#steps < due; this.#steps += 1)
      for (const lease of this.#groups[this.#steps % groupCount] ?? []) lease.renew();
  }
}
