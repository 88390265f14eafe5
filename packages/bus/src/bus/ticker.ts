import type { Clock } from '../clock';

export interface Ticking {
  tick(nowMs: number): void;
  connection(connected: boolean): void;
}

/** Streams look at the clock in so many groups, one after the other: all at once would hold up what arrives. */
const groupCount = 4;

/** One timer for all streams of a bus, each of which has its tick once in `tickMs`; it rests while there are none. */
export class Ticker<Stream extends Ticking = Ticking> {
  readonly #groups = Array.from({ length: groupCount }, () => new Set<Stream>());
  #next = 0;
  #cancel: (() => void) | undefined;
  #paused = false;

  constructor(
    private readonly clock: Clock,
    private readonly tickMs: number,
    private readonly also: (nowMs: number) => void = () => undefined,
  ) {}

  get streams(): readonly Stream[] {
    return this.#groups.flatMap((group) => [...group]);
  }

  add(stream: Stream): void {
    const smallest = this.#groups.reduce((least, group) => (group.size < least.size ? group : least));
    smallest.add(stream);
    this.#schedule();
  }

  delete(stream: Stream): void {
    for (const group of this.#groups) if (group.delete(stream)) return;
  }

  /** A stopped process: no stream looks at the clock. */
  pause(paused: boolean): void {
    this.#paused = paused;
    if (!paused) this.#schedule();
  }

  connection(connected: boolean): void {
    for (const stream of this.streams) stream.connection(connected);
  }

  #schedule(): void {
    if (this.#cancel !== undefined || this.#paused || this.#groups.every(({ size }) => size === 0)) return;
    this.#cancel = this.clock.after(this.tickMs / groupCount, () => this.#tick());
  }

  #tick(): void {
    this.#cancel = undefined;
    if (this.#paused) return;
    const nowMs = this.clock.nowMs();
    this.also(nowMs);
    for (const stream of this.#groups[this.#next] ?? []) stream.tick(nowMs);
    this.#next = (this.#next + 1) % groupCount;
    this.#schedule();
  }
}
