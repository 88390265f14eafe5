import type { StreamSettings } from './settings';

/**
 * Counts the peer's silence in time that this side was awake and connected: a blocked event loop or a lost
 * connection of its own says nothing about the peer.
 */
export class Liveness {
  #silentMs = 0;
  #disconnectedMs = 0;
  #sinceSentMs = 0;

  constructor(
    private readonly settings: StreamSettings,
    private connected: boolean,
  ) {}

  heard(): void {
    if (this.#silentMs > 0) this.#silentMs = 0;
  }

  sent(): void {
    this.#sinceSentMs = 0;
  }

  connection(connected: boolean): void {
    if (connected === this.connected) return;
    this.connected = connected;
    this.#disconnectedMs = 0;
    if (connected) this.#silentMs = -this.settings.reconnectGraceMs;
  }

  elapse(elapsedMs: number): 'alive' | 'lost' {
    this.#sinceSentMs += elapsedMs;
    const awake = awakeMs(elapsedMs, this.settings.tickMs);
    if (!this.connected) {
      this.#disconnectedMs += awake;
      return this.#disconnectedMs >= this.settings.disconnectedLimitMs ? 'lost' : 'alive';
    }
    this.#silentMs += awake;
    return this.#silentMs >= this.settings.lostAfterMs ? 'lost' : 'alive';
  }

  get heartbeatDue(): boolean {
    return this.connected && this.#sinceSentMs >= this.settings.heartbeatMs;
  }
}

/** Time that passed while this process could have heard something: a longer pause counts as two ticks. */
export const awakeMs = (elapsedMs: number, tickMs: number): number =>
  Math.max(0, Math.min(elapsedMs, 2 * tickMs));
