import { randomBytes } from 'node:crypto';
import { beatSubject } from '../subjects';
import type { Subscription, Transport } from '../transport';

export interface Beating {
  peerBeat(): void;
}

interface Peer {
  readonly streams: Set<Beating>;
  readonly subscription: Subscription;
}

const beat = new Uint8Array(0);

/** The processes at the other ends of this one's streams: one beat of each stands for all the streams it has. */
export class Peers {
  /** Of this process, as others know it. */
  readonly id = randomBytes(16).toString('hex');
  readonly #peers = new Map<string, Peer>();
  #beatMs = -Infinity;

  constructor(
    private readonly transport: Transport,
    private readonly heartbeatMs: number,
  ) {}

  /** The stream hears the process's beats until the function that is returned is called. */
  join(id: string, stream: Beating): () => void {
    const peer = this.#peers.get(id) ?? this.#meet(id);
    peer.streams.add(stream);
    return () => {
      peer.streams.delete(stream);
      if (peer.streams.size > 0 || this.#peers.get(id) !== peer) return;
      this.#peers.delete(id);
      peer.subscription.unsubscribe();
    };
  }

  tick(nowMs: number): void {
    if (this.#peers.size === 0 || nowMs - this.#beatMs < this.heartbeatMs) return;
    this.#beatMs = nowMs;
    this.transport.publish(beatSubject(this.id), beat);
  }

  #meet(id: string): Peer {
    const streams = new Set<Beating>();
    const subscription = this.transport.subscribe(beatSubject(id), () => {
      for (const stream of streams) stream.peerBeat();
    });
    const peer = { streams, subscription };
    this.#peers.set(id, peer);
    return peer;
  }
}
