import type { StateError } from './errors';
import type { Json, LogEntry, StoredSession } from './records';

/** The right to write a session, won by `create` or `claim`: of two owners the one with the higher fence is right. */
export interface Lease {
  readonly sessionId: string;
  readonly owner: string;
  readonly fence: number;
  /** Last write of the owners before. */
  readonly seq: number;
}

export interface NewSession {
  readonly id: string;
  /** Short hash of the API key; never the key. */
  readonly keyId: string;
  readonly config: Json;
}

/** Everything of a session that is running, to be written whole when the store has lost it. */
export interface SessionImage {
  readonly keyId: string;
  readonly config: Json;
  readonly snapshot: Json | null;
  readonly log: readonly LogEntry[];
}

export interface WriterHooks {
  /** Asked for when Redis came back empty or when more had to wait than may wait. */
  readonly image?: () => SessionImage;
  /**
   * The writer has stopped for good: `fenced` (another owner has the session: end it here), or what it could
   * not mend (`not_found`, `overflow` without an image). Called once.
   */
  readonly lost?: (error: StateError) => void;
}

/** `stored`: in Redis. `queued`: Redis is away; it will be written when Redis is back. */
export type Durability = 'stored' | 'queued';

/** Writes of one owner, in order, at most once each. Its lease is renewed by the store until it is closed. */
export interface SessionWriter {
  readonly lease: Lease;
  /** Resolves within the store's deadline. Rejects with StateError once the writer is lost or closed. */
  append(entry: LogEntry): Promise<Durability>;
  saveConfig(config: Json): Promise<Durability>;
  saveSnapshot(snapshot: Json): Promise<Durability>;
  /** Operations and bytes not yet in Redis. */
  readonly pending: { readonly operations: number; readonly bytes: number };
  /** Writes what waits (within the deadline) and gives the lease back; the state stays until its TTL. */
  close(): Promise<void>;
}

export interface StoreStatus {
  readonly connected: boolean;
  /** Sessions with an open writer. */
  readonly writers: number;
  /** Bytes waiting in all writers. */
  readonly pendingBytes: number;
  /** Since the start: operations that failed, sessions written whole, queues that overflowed. */
  readonly failures: number;
  readonly rebuilds: number;
  readonly overflows: number;
}

export interface SessionStore {
  readonly status: StoreStatus;
  /** A new session, owned by this process. StateError: `unavailable`, `exists`. */
  create(session: NewSession): Promise<Lease>;
  /** Takes over a session that has no owner. StateError: `unavailable`, `not_found`, `owned`. */
  claim(sessionId: string): Promise<Lease>;
  /** StateError: `unavailable`, `invalid`. Undefined when there is none. */
  load(sessionId: string): Promise<StoredSession | undefined>;
  writer(lease: Lease, hooks?: WriterHooks): SessionWriter;
  /** StateError: `unavailable`, `fenced`. */
  remove(lease: Lease): Promise<void>;
  close(): Promise<void>;
}
