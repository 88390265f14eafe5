import type { StreamSettings } from './settings';

/** What there is to say: an answer, or what has come and whether what was sent has come. */
export type News = 'urgent' | 'some' | 'none';

/** What passed since the last time. */
export interface Elapsed {
  readonly elapsedMs: number;
  /** Of it, what this process could have heard something in. */
  readonly awakeMs: number;
  /** How long nothing was heard of the peer's process, if that beats. */
  readonly peerSilentMs: number;
  /** Something that was sent is not acknowledged, and the peer was asked whether it came. */
  readonly unanswered: boolean;
}

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
    this.#quietMs = 0;
    this.#unansweredMs = 0;
    if (this.#silentMs > 0) this.#silentMs = 0;
  }

  sent(): void {
    this.#sinceSentMs = 0;
  }

  connection(connected: boolean): void {
    if (connected === this.connected) return;
    this.connected = connected;
    this.#disconnectedMs = 0;
    if (!connected) return;
    this.#silentMs = -this.settings.reconnectGraceMs;
    this.#unansweredMs = -this.settings.reconnectGraceMs;
    // The peer may have given the stream up meanwhile: its process tells nothing of that.
    this.#quietMs = this.#doubtAfterMs;
  }

  elapse({ elapsedMs, awakeMs, peerSilentMs, unanswered }: Elapsed): 'alive' | 'lost' {
    this.#sinceSentMs += elapsedMs;
    const { disconnectedLimitMs, lostAfterMs, reconnectGraceMs, unansweredAfterMs } = this.settings;
    if (!this.connected) {
      this.#disconnectedMs += awakeMs;
      return this.#disconnectedMs >= disconnectedLimitMs ? 'lost' : 'alive';
    }
    this.#silentMs += awakeMs;
    this.#quietMs += awakeMs;
    const unansweredMs = this.#unansweredMs + awakeMs;
    this.#unansweredMs = unanswered ? unansweredMs : Math.min(0, unansweredMs);
    const silentMs = this.#peerBeats ? Math.min(peerSilentMs, this.#silentMs) : this.#silentMs;
    const given = this.#doubtAfterMs + lostAfterMs + reconnectGraceMs;
    const gone = this.#peerBeats && (this.#quietMs >= given || this.#unansweredMs >= unansweredAfterMs);
    return silentMs >= lostAfterMs || gone ? 'lost' : 'alive';
  }

  /** The peer's process says that it is alive, and of the stream itself enough was heard. */
  get steady(): boolean {
    return this.connected && this.#peerBeats && !this.inDoubt;
  }

  /** Whether the peer still has the stream, it should say soon. */
  get inDoubt(): boolean {
    return this.#peerBeats && this.#quietMs >= this.#doubtAfterMs;
  }

  /** While more keeps coming there is time: the peer lives, and what is said of all of it stands for each. */
  isHeartbeatDue(news: News): boolean {
    if (!this.connected) return false;
    const { heartbeatMs, flowHeartbeatMs, quietHeartbeatMs, tickMs } = this.settings;
    if (news === 'urgent' || !this.#peerBeats || this.inDoubt) return this.#sinceSentMs >= heartbeatMs;
    if (news === 'none') return this.#sinceSentMs >= quietHeartbeatMs;
    return this.#sinceSentMs >= (this.#quietMs <= 2 * tickMs ? flowHeartbeatMs : heartbeatMs);
  }

  get #doubtAfterMs(): number {
    return 2 * this.settings.quietHeartbeatMs;
  }
}
