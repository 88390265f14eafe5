/**
 * Work for sessions that a provider is paid for and of which nobody has told yet what it used: it outlives its session,
 * and what it cost must be known before the process ends.
 */
export class Debts {
  readonly #open = new Map<Promise<void>, () => void>();

  /** `told` never rejects. `giveUp`: it is charged soon, by what is known. */
  track(told: Promise<void>, giveUp: () => void): void {
    this.#open.set(told, giveUp);
    void told.then(() => this.#open.delete(told));
  }

  /** Resolves once all there is now is told, at the latest when the time is up. */
  async told(timeoutMs: number): Promise<void> {
    if (this.#open.size === 0) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, timeoutMs)));
    await Promise.race([Promise.all(this.#open.keys()), late]);
    clearTimeout(timer);
  }

  /** The same; what is not told by then is given up. */
  async settle(timeoutMs: number): Promise<void> {
    await this.told(timeoutMs);
    for (const giveUp of this.#open.values()) giveUp();
    await this.told(givenUpMs);
  }
}

/** Until what is given up is charged. */
const givenUpMs = 500;
