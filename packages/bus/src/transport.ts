import type { BusStatus } from './stream';

/** Who has not answered so long after the last one is not waited for. */
export const gatherQuietMs = 300;

/** A message as a subscriber sees it. */
export interface Message {
  readonly data: Uint8Array;
  /** Answers a request; does nothing when none was asked for. */
  respond(data: Uint8Array): void;
}

export interface Subscription {
  unsubscribe(): void;
  /** Takes no more, but still handles what is under way. */
  leave(): void;
}

/**
 * What a message system must do for the bus: publish to whoever listens now, in order per publisher, and
 * lose rather than wait. Everything else is built above it, once for all transports.
 */
export interface Transport {
  readonly status: BusStatus;
  onStatus(listener: (status: BusStatus) => void): () => void;
  /** Returns false, and drops the message, while disconnected. `data` is copied. */
  publish(subject: string, data: Uint8Array): boolean;
  /** With `queue`, each message goes to one member of the group. `handle` never throws. */
  subscribe(subject: string, handle: (message: Message) => void, queue?: string): Subscription;
  /** Rejects with BusError: `no_responders` (at once), `timeout`, `disconnected`. */
  request(subject: string, data: Uint8Array, timeoutMs: number): Promise<Uint8Array>;
  /**
   * The answers of everyone who listens, until nobody has answered for `gatherQuietMs`, or `timeoutMs` are over.
   * Rejects with BusError: `no_responders` (at once), `timeout` when nobody answers, `disconnected`.
   */
  gather(subject: string, data: Uint8Array, timeoutMs: number): Promise<readonly Uint8Array[]>;
  /** Resolves when everything sent before has reached the message system. Rejects with BusError. */
  flush(timeoutMs: number): Promise<void>;
  close(): Promise<void>;
}
