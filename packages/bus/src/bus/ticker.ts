import type { Clock } from '../clock';

export interface Ticking {
  tick(nowMs: number): void;
  connection(connected: boolean): void;
}

/** One timer for all streams of a bus; it rests while there are none. */
export class Ticker<Stream extends Ticking = Ticking> {
  readonly #streams = new Set<Stream>();
  #cancel: (() => void) | undefined;
  #paused = false;

  constructor(
    private readonly clock: Clock,
    private readonly tickMs: number,
    private readonly also: (nowMs: number) => void = () => undefined,
  ) {}

  get streams(): readonly Stream[] {
    return [...this.#streams];
  }

  add(stream: Stream): void {
    this.#streams.add(stream);
    this.#schedule();
  }

  delete(stream: Stream): void {
    this.#streams.delete(stream);
  }

  /** A stopped process: no stream looks at the clock. */
  pause(paused: boolean): void {
    this.#paused = paused;
    if (!paused) this.#schedule();
  }

  connection(connected: boolean): void {
    for (const stream of this.#streams) stream.connection(connected);
  }

  #schedule(): void {
    if (this.#cancel !== undefined || this.#paused || this.#streams.size === 0) return;
    this.#cancel = this.clock.after(this.tickMs, () => this.#tick());
  }

  #tick(): void {
    this.#cancel = undefined;
    if (this.#paused) return;
    const nowMs = this.clock.nowMs();
    this.also(nowMs);
    for (const stream of this.#streams) stream.tick(nowMs);
    this.#schedule();
  }
}
