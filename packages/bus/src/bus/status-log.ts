import type { Clock } from '../clock';
import type { BusLog } from '../log';
import type { BusStatus } from '../stream';

/** One line for all losses of so long: a connection that comes and goes would fill the log. */
const periodMs = 60_000;

/** Warns that the bus is away, and says when one that was warned of is back. */
export class StatusLog {
  #quietUntilMs = Number.NEGATIVE_INFINITY;
  #awaySinceMs = 0;
  #losses = 0;
  #warned = false;
  #cancel: () => void = () => undefined;

  constructor(
    private readonly log: BusLog,
    private readonly clock: Clock,
  ) {}

  changed(status: BusStatus): void {
    this.#cancel();
    if (status === 'reconnecting') this.#away();
    else if (status === 'connected') this.#back();
  }

  #away(): void {
    const nowMs = this.clock.nowMs();
    this.#awaySinceMs = nowMs;
    this.#losses += 1;
    if (nowMs >= this.#quietUntilMs) this.#warn();
    // One that lasts is told of all the same.
    else this.#cancel = this.clock.after(this.#quietUntilMs - nowMs, () => this.#warn());
  }

  #warn(): void {
    this.log.warn({ losses: this.#losses }, 'bus reconnecting');
    this.#warned = true;
    this.#losses = 0;
    this.#quietUntilMs = this.clock.nowMs() + periodMs;
  }

  #back(): void {
    if (!this.#warned) return;
    this.#warned = false;
    this.log.info({ awayMs: Math.round(this.clock.nowMs() - this.#awaySinceMs) }, 'bus connected again');
  }
}
