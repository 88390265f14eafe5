import type { SessionImage } from './session-store';

export type OperationKind = 'log' | 'config' | 'snapshot';

export interface Operation {
  readonly kind: OperationKind;
  /** JSON. */
  readonly payload: string;
}

/** Operations numbered `firstSeq`, `firstSeq + 1` …, each applied once however often it is sent. */
export interface Batch {
  readonly firstSeq: number;
  readonly operations: readonly Operation[];
}

export interface Holder {
  readonly sessionId: string;
  readonly owner: string;
  readonly fence: number;
}

/** `behind`: the store has lost writes it had taken, as after a failover. */
export type WriteOutcome = 'ok' | 'fenced' | 'not_found' | 'behind';

export interface StoredRecord {
  readonly fields: Readonly<Record<string, string>>;
  readonly log: readonly string[];
}

/**
 * Where sessions are kept: Redis, or memory. Every operation is atomic, ends within the deadline, and rejects with
 * StateError `unavailable` when it cannot be known to have happened.
 */
export interface Backend {
  readonly connected: boolean;
  /** Called at every (re)connection. */
  onConnected(listener: () => void): void;
  /** The fence of the new session. */
  create(session: { id: string; owner: string; keyId: string; config: string }): Promise<number | 'exists'>;
  claim(id: string, owner: string): Promise<{ fence: number; seq: number } | 'not_found' | 'owned'>;
  write(holder: Holder, batch: Batch): Promise<WriteOutcome>;
  /** Writes a session whole, if no owner with a higher fence has it. */
  rebuild(holder: Holder, seq: number, image: SessionImage): Promise<'ok' | 'fenced'>;
  /** Keeps the lease and the state alive; `seq`: the last write known to be stored. */
  renew(holder: Holder, seq: number): Promise<WriteOutcome>;
  /** Gives the lease back. */
  release(holder: Holder): Promise<void>;
  remove(holder: Holder): Promise<'ok' | 'fenced'>;
  load(id: string): Promise<StoredRecord | undefined>;
  close(): Promise<void>;
}

export interface Lifetimes {
  /** A lease that is not renewed ends after this. */
  readonly leaseMs: number;
  /** State is kept this long after the last sign of its owner. */
  readonly retainMs: number;
}
