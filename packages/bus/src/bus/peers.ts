import { randomBytes } from 'node:crypto';
import type { StreamSettings } from '../core/settings';
import { beatSubject } from '../subjects';
import type { Subscription, Transport } from '../transport';

/** The process at the other end of some streams. */
export interface Peer {
  /** Time that it has been silent, while this process could have heard it. */
  readonly silentMs: number;
  /** One stream less. */
  leave(): void;
}

const beat = new Uint8Array(0);

/** The processes at the other ends of this one's streams: one beat of each stands for all the streams it has. */
export class Peers {
  /** Of this process, as others know it. */
  readonly id = randomBytes(16).toString('hex');
  readonly #peers = new Map<string, Process>();
  #beatMs = -Infinity;
  #awakeMs = 0;

  constructor(
    private readonly transport: Transport,
    private readonly settings: Pick<StreamSettings, 'heartbeatMs' | 'reconnectGraceMs'>,
  ) {}

  /** One more stream with this process at its other end. */
  join(id: string): Peer {
    const known = this.#peers.get(id);
    if (known !== undefined) {
      known.streams += 1;
      return known;
    }
    const peer: Process = new Process(
      () => this.#peers.delete(id),
      this.transport.subscribe(beatSubject(id), () => peer.beat()),
    );
    this.#peers.set(id, peer);
    return peer;
  }

  connection(connected: boolean): void {
    if (connected) for (const peer of this.#peers.values()) peer.silentMs = -this.settings.reconnectGraceMs;
  }

  /** Returns whether one of them has missed a beat. */
  tick(nowMs: number, awakeMs: number): boolean {
    const passedMs = this.transport.status === 'connected' ? awakeMs - this.#awakeMs : 0;
    this.#awakeMs = awakeMs;
    if (this.#peers.size === 0) return false;
    const { heartbeatMs } = this.settings;
    let missed = false;
    for (const peer of this.#peers.values()) {
      peer.silentMs += passedMs;
      missed ||= peer.silentMs >= 2 * heartbeatMs;
    }
    if (nowMs - this.#beatMs >= heartbeatMs) {
      this.#beatMs = nowMs;
      this.transport.publish(beatSubject(this.id), beat);
    }
    return missed;
  }
}

class Process implements Peer {
  streams = 1;
  silentMs = 0;

  constructor(
    private readonly forget: () => void,
    private readonly subscription: Subscription,
  ) {}

  beat(): void {
    if (this.silentMs > 0) this.silentMs = 0;
  }

  leave(): void {
    this.streams -= 1;
    if (this.streams > 0) return;
    this.forget();
    this.subscription.unsubscribe();
  }
}
