import type { z } from 'zod';
import type { Backend, Lifetimes } from './backend';
import { StateError } from './errors';
import { foldLog } from './fold-log';
import { logLineSchema, sessionRecordSchema, type StoredSession } from './records';
import { Renewals } from './renewals';
import type {
  Lease,
  NewSession,
  SessionStore,
  SessionWriter,
  StoreStatus,
  WriterHooks,
} from './session-store';
import type { QueueLimits, Total } from './write-queue';
import { BackedWriter, type WriterContext } from './writer';

export interface StoreLimits extends QueueLimits {
  /** Waiting in all sessions together. */
  readonly totalBytes: number;
}

export interface BackedStoreOptions {
  /** This process, among all that share the store. */
  readonly owner: string;
  readonly lifetimes: Lifetimes;
  readonly limits: StoreLimits;
}

/** The store's rules over any backend: leases kept, writes queued, reads parsed. */
export class BackedSessionStore implements SessionStore {
  readonly #writers = new Set<BackedWriter>();
  readonly #waiting: Total = { bytes: 0 };
  readonly #context: WriterContext;
  readonly #counts = { failures: 0, rebuilds: 0, overflows: 0 };

  constructor(
    private readonly backend: Backend,
    private readonly options: BackedStoreOptions,
  ) {
    this.#context = {
      backend,
      limits: options.limits,
      renewals: new Renewals(options.lifetimes.leaseMs / 3),
      total: this.#waiting,
      totalBytes: options.limits.totalBytes,
      count: (what) => this.#counts[what]++,
      closed: (writer) => this.#writers.delete(writer),
    };
    backend.onConnected(() => this.#forEachWriter((writer) => writer.kick()));
  }

  get status(): StoreStatus {
    return {
      connected: this.backend.connected,
      writers: this.#writers.size,
      pendingBytes: this.#waiting.bytes,
      ...this.#counts,
    };
  }

  async create({ id, keyId, config }: NewSession): Promise<Lease> {
    const { owner } = this.options;
    const fence = await this.backend.create({ id, owner, keyId, config: JSON.stringify(config) });
    if (fence === 'exists') throw new StateError('exists', `there is a session ${id}`);
    return { sessionId: id, owner, fence, seq: 0 };
  }

  async claim(sessionId: string): Promise<Lease> {
    const { owner } = this.options;
    const claimed = await this.backend.claim(sessionId, owner);
    if (claimed === 'not_found') throw new StateError(claimed, `there is no session ${sessionId}`);
    if (claimed === 'owned') throw new StateError(claimed, `another owner has session ${sessionId}`);
    return { sessionId, owner, ...claimed };
  }

  async load(id: string): Promise<StoredSession | undefined> {
    const record = await this.backend.load(id);
    if (!record) return undefined;
    const { keyId, createdAtMs, config, snapshot } = parse(id, sessionRecordSchema, record.fields);
    const log = record.log.map((line) => parse(id, logLineSchema, line));
    return { id, keyId, createdAtMs, config, snapshot, log, items: foldLog(log) };
  }

  writer(lease: Lease, hooks: WriterHooks = {}): SessionWriter {
    const writer = new BackedWriter(lease, hooks, this.#context);
    this.#writers.add(writer);
    return writer;
  }

  async remove(lease: Lease): Promise<void> {
    if ((await this.backend.remove(lease)) === 'fenced') {
      throw new StateError('fenced', `another owner has session ${lease.sessionId}`);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#writers].map((writer) => writer.close()));
    await this.backend.close();
  }

  #forEachWriter(work: (writer: BackedWriter) => void): void {
    for (const writer of this.#writers) work(writer);
  }
}

function parse<Schema extends z.ZodType>(id: string, schema: Schema, value: unknown): z.output<Schema> {
  const { data, error } = schema.safeParse(value);
  if (error) throw new StateError('invalid', `session ${id} is not stored as expected`, { cause: error });
  return data;
}
