import type { Clock } from '../clock';
import type { StreamSettings } from '../core/settings';

export interface Ticking {
  /** `awakeMs`: the ticker's. Returns whether it is at rest: then it need not look at the clock so soon again. */
  tick(nowMs: number, awakeMs: number): boolean;
  connection(connected: boolean): void;
}

/** Streams look at the clock in so many groups, one after the other: all at once would hold up what arrives. */
const groupCount = 4;

interface Group<Stream> {
  readonly busy: Set<Stream>;
  readonly resting: Set<Stream>;
}

/** Called before the streams have their ticks; returns whether those at rest are to look at the clock too. */
type Also = (nowMs: number, awakeMs: number) => boolean;

/**
 * One timer for all streams of a bus, each of which has its tick once in `tickMs`, at rest in `restTickMs`; it rests
 * itself while there are none.
 */
export class Ticker<Stream extends Ticking = Ticking> {
  readonly #groups = Array.from({ length: groupCount }, (): Group<Stream> => ({
    busy: new Set(),
    resting: new Set(),
  }));
  readonly #stepMs: number;
  readonly #restRounds: number;
  #step = 0;
  #steppedMs = 0;
  #awakeMs = 0;
  #cancel: (() => void) | undefined;
  #paused = false;

  constructor(
    private readonly clock: Clock,
    { tickMs, restTickMs }: Pick<StreamSettings, 'tickMs' | 'restTickMs'>,
    private readonly also: Also = () => false,
  ) {
    this.#stepMs = tickMs / groupCount;
    this.#restRounds = Math.max(1, Math.round(restTickMs / tickMs));
  }

  get streams(): readonly Stream[] {
    return this.#groups.flatMap(({ busy, resting }) => [...busy, ...resting]);
  }

  /** Time that passed while this process could have heard something: a longer pause counts as two steps. */
  get awakeMs(): number {
    return this.#awakeMs;
  }

  /** In whole ms, as are all times that streams keep: each number with a fraction would be an object of its own. */
  get nowMs(): number {
    return Math.floor(this.clock.nowMs());
  }

  add(stream: Stream): void {
    const smallest = this.#groups.reduce((least, group) => (sizeOf(group) < sizeOf(least) ? group : least));
    smallest.busy.add(stream);
    this.#schedule();
  }

  delete(stream: Stream): void {
    for (const { busy, resting } of this.#groups) if (busy.delete(stream) || resting.delete(stream)) return;
  }

  /** It rests no more. */
  rouse(stream: Stream): void {
    for (const { busy, resting } of this.#groups) if (resting.delete(stream)) busy.add(stream);
  }

  /** A stopped process: no stream looks at the clock. */
  pause(paused: boolean): void {
    this.#paused = paused;
    if (!paused) this.#schedule();
  }

  connection(connected: boolean): void {
    for (const stream of this.streams) stream.connection(connected);
    for (const { busy, resting } of this.#groups) {
      for (const stream of resting) busy.add(stream);
      resting.clear();
    }
  }

  #schedule(): void {
    if (this.#cancel !== undefined || this.#paused || this.#groups.every((group) => sizeOf(group) === 0))
      return;
    this.#steppedMs = this.nowMs;
    this.#cancel = this.clock.after(this.#stepMs, () => this.#tick());
  }

  #tick(): void {
    this.#cancel = undefined;
    if (this.#paused) return;
    const { nowMs } = this;
    this.#awakeMs += Math.max(0, Math.min(nowMs - this.#steppedMs, 2 * this.#stepMs));
    const everyone = this.also(nowMs, this.#awakeMs);
    const group = this.#groups[this.#step % groupCount];
    const round = Math.floor(this.#step / groupCount);
    this.#step += 1;
    if (group !== undefined) this.#look(group, nowMs, everyone || round % this.#restRounds === 0);
    this.#schedule();
  }

  #look({ busy, resting }: Group<Stream>, nowMs: number, everyone: boolean): void {
    if (everyone) {
      for (const stream of resting)
        if (!stream.tick(nowMs, this.#awakeMs) && resting.delete(stream)) busy.add(stream);
    }
    for (const stream of busy)
      if (stream.tick(nowMs, this.#awakeMs) && busy.delete(stream)) resting.add(stream);
  }
}

const sizeOf = ({ busy, resting }: Group<unknown>): number => busy.size + resting.size;
