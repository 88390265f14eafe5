import type { StreamSettings } from './settings';

/**
 * Counts the peer's silence in time that this side was awake and connected: a blocked event loop or a lost
 * connection of its own says nothing about the peer. Where the peer's process beats for all its streams, a stream by
 * itself is quiet for long, and is missed later.
 */
export class Liveness {
  #silentMs = 0;
  /** Of the stream itself, whatever its process does. */
  #quietMs = 0;
  /** With something under way that the peer has not said anything to. */
  #unansweredMs = 0;
  #disconnectedMs = 0;
  #sinceSentMs = 0;
  #peerBeats = false;
  /** Something came since the times were looked at. It comes far more often than that. */
  #heard = false;

  constructor(
    private readonly settings: StreamSettings,
    private connected: boolean,
  ) {}

  /** The peer's process beats, and hears the beats of this one. */
  relieve(): void {
    this.#peerBeats = true;
  }

  /** Something of this stream came. */
  heard(): void {
    this.#heard = true;
  }

  /** The peer's process beat. */
  beat(): void {
    if (this.#silentMs > 0) this.#silentMs = 0;
  }

  sent(): void {
    this.#sinceSentMs = 0;
  }

  connection(connected: boolean): void {
    if (connected === this.connected) return;
    this.#take();
    this.connected = connected;
    this.#disconnectedMs = 0;
    if (!connected) return;
    this.#silentMs = -this.settings.reconnectGraceMs;
    this.#unansweredMs = -this.settings.reconnectGraceMs;
    // The peer may have given the stream up meanwhile: its process tells nothing of that.
    this.#quietMs = this.#doubtAfterMs;
  }

  /** `unanswered`: something that was sent is not acknowledged, and the peer was asked whether it came. */
  elapse(elapsedMs: number, unanswered: boolean): 'alive' | 'lost' {
    this.#take();
    this.#sinceSentMs += elapsedMs;
    const { tickMs, disconnectedLimitMs, lostAfterMs, reconnectGraceMs, quietHeartbeatMs } = this.settings;
    const awake = awakeMs(elapsedMs, tickMs);
    if (!this.connected) {
      this.#disconnectedMs += awake;
      return this.#disconnectedMs >= disconnectedLimitMs ? 'lost' : 'alive';
    }
    this.#silentMs += awake;
    this.#quietMs += awake;
    this.#unansweredMs = unanswered ? this.#unansweredMs + awake : Math.min(0, this.#unansweredMs + awake);
    const given = this.#doubtAfterMs + lostAfterMs + reconnectGraceMs;
    const gone = this.#peerBeats && (this.#quietMs >= given || this.#unansweredMs >= quietHeartbeatMs);
    return this.#silentMs >= lostAfterMs || gone ? 'lost' : 'alive';
  }

  /** Whether the peer still has the stream, it should say soon. */
  get inDoubt(): boolean {
    return this.#peerBeats && !this.#heard && this.#quietMs >= this.#doubtAfterMs;
  }

  /** `news`: there is something to say. */
  isHeartbeatDue(news: boolean): boolean {
    if (!this.connected) return false;
    const { heartbeatMs, quietHeartbeatMs } = this.settings;
    const soon = news || !this.#peerBeats || this.inDoubt;
    return this.#sinceSentMs >= (soon ? heartbeatMs : quietHeartbeatMs);
  }

  /** What was heard counts from where it came: nothing has elapsed since. */
  #take(): void {
    if (!this.#heard) return;
    this.#heard = false;
    this.#quietMs = 0;
    this.#unansweredMs = 0;
    this.beat();
  }

  get #doubtAfterMs(): number {
    return 2 * this.settings.quietHeartbeatMs;
  }
}

/** Time that passed while this process could have heard something: a longer pause counts as two ticks. */
export const awakeMs = (elapsedMs: number, tickMs: number): number =>
  Math.max(0, Math.min(elapsedMs, 2 * tickMs));
