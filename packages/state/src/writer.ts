import type { Backend, Batch, Operation, OperationKind } from './backend';
import { StateError } from './errors';
import type { Json, LogEntry } from './records';
import type { Renewals, Renewing } from './renewals';
import type { Durability, Lease, SessionImage, SessionWriter, WriterHooks } from './session-store';
import { WriteQueue, type QueueLimits, type Total } from './write-queue';

export interface WriterContext {
  readonly backend: Backend;
  readonly limits: QueueLimits;
  readonly renewals: Renewals;
  /** What waits in all writers, and how much may. */
  readonly total: Total;
  readonly totalBytes: number;
  readonly count: (what: 'failures' | 'rebuilds' | 'overflows') => void;
  readonly closed: (writer: BackedWriter) => void;
}

const retryMs = 500;

/** Writes in order, one batch at a time. While the store is away operations wait; see `WriterHooks.image`. */
export class BackedWriter implements SessionWriter, Renewing {
  readonly #queue: WriteQueue;
  #storedSeq: number;
  /** Sent but not answered: sent again as it is, since the store may have taken it. */
  #batch: Batch | undefined;
  /** What the store has no longer fits: it must be written whole. */
  #whole = false;
  #flushing: Promise<void> | undefined;
  #retry: NodeJS.Timeout | undefined;
  #error: StateError | undefined;
  #closing = false;

  constructor(
    readonly lease: Lease,
    private readonly hooks: WriterHooks,
    private readonly context: WriterContext,
  ) {
    this.#queue = new WriteQueue(context.limits, context.total);
    this.#storedSeq = lease.seq;
    context.renewals.add(this);
  }

  get pending(): { operations: number; bytes: number } {
    return this.#queue.size;
  }

  append(entry: LogEntry): Promise<Durability> {
    return this.#enqueue('log', entry);
  }

  saveConfig(config: Json): Promise<Durability> {
    return this.#enqueue('config', config);
  }

  saveSnapshot(snapshot: Json): Promise<Durability> {
    return this.#enqueue('snapshot', snapshot);
  }

  async close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    clearTimeout(this.#retry);
    this.context.renewals.delete(this);
    if (!this.#error) {
      await this.#flush();
      await this.context.backend.release(this.lease).catch(() => this.context.count('failures'));
    }
    this.#queue.settleAll('queued');
    this.context.closed(this);
  }

  /** The store is there (again): writes what waits. */
  kick(): void {
    if (!this.#error && !this.#closing) void this.#flush();
  }

  renew(): void {
    void this.#renew();
  }

  /** Keeps the lease; finds out that it is lost, or that the store has lost writes. Never rejects. */
  async #renew(): Promise<void> {
    if (this.#error || this.#closing) return;
    try {
      const seq = this.#storedSeq;
      this.#heed(await this.context.backend.renew(this.lease, seq));
    } catch {
      this.context.count('failures');
    }
    if (this.#whole) this.kick();
  }

  #enqueue(kind: OperationKind, value: object): Promise<Durability> {
    if (this.#error) return Promise.reject(this.#error);
    if (this.#closing) return Promise.reject(new StateError('closed', 'the session has been closed'));
    const operation: Operation = { kind, payload: JSON.stringify(value) };
    // Written whole later, the image will hold this one too.
    if (this.#whole) return Promise.resolve('queued');
    if (!this.#queue.fits(operation, this.context.totalBytes - this.context.total.bytes)) {
      this.#overflow();
      return this.#error ? Promise.reject(this.#error) : Promise.resolve('queued');
    }
    const durability = this.#queue.push(operation);
    if (this.context.backend.connected) this.kick();
    else this.#postpone();
    return durability;
  }

  /** One loop at a time; it goes on until nothing waits or the store is away. */
  #flush(): Promise<void> {
    return (this.#flushing ??= this.#flushLoop());
  }

  async #flushLoop(): Promise<void> {
    // What comes together is one write: a turn that is over, and its words.
    await Promise.resolve();
    try {
      while (!this.#error && (this.#whole || this.#batch || this.#queue.size.operations > 0)) {
        if (this.#whole) await this.#rebuild();
        else await this.#writeBatch();
      }
    } catch (error) {
      if (!(error instanceof StateError)) throw error;
      this.context.count('failures');
      this.#postpone();
    } finally {
      // At once, and not when somebody hears of it: who is told "stored" may write again before that.
      this.#flushing = undefined;
    }
  }

  async #writeBatch(): Promise<void> {
    this.#batch ??= { firstSeq: this.#storedSeq + 1, operations: this.#queue.take() };
    const batch = this.#batch;
    const result = await this.context.backend.write(this.lease, batch);
    this.#heed(result);
    if (result !== 'ok') return;
    this.#storedSeq = batch.firstSeq + batch.operations.length - 1;
    this.#batch = undefined;
    this.#queue.taken('stored');
  }

  async #rebuild(): Promise<void> {
    const image = this.#image();
    if (!image) return;
    const seq = this.#storedSeq + 1;
    this.#drop();
    this.#whole = false;
    try {
      const result = await this.context.backend.rebuild(this.lease, seq, image);
      this.#heed(result);
      if (result !== 'ok') return;
    } catch (error) {
      this.#whole = true;
      this.#drop();
      throw error;
    }
    this.#storedSeq = seq;
    this.context.count('rebuilds');
  }

  #image(): SessionImage | undefined {
    try {
      const image = this.hooks.image?.();
      if (image) return image;
    } catch (error) {
      this.#fail(new StateError('invalid', 'the session could not be written whole', { cause: error }));
      return undefined;
    }
    this.#fail(new StateError('not_found', 'the store has lost the session'));
    return undefined;
  }

  #heed(result: 'ok' | 'fenced' | 'not_found' | 'behind'): void {
    if (result === 'ok') return;
    if (result === 'fenced') {
      this.#fail(new StateError('fenced', 'another owner has taken the session'));
    } else if (this.hooks.image) {
      this.#whole = true;
      this.#drop();
    } else {
      this.#fail(new StateError('not_found', 'the store has lost the session'));
    }
  }

  #overflow(): void {
    this.context.count('overflows');
    if (this.hooks.image) {
      this.#whole = true;
      this.#drop();
      this.#postpone();
    } else {
      this.#fail(new StateError('overflow', 'too much waits to be written'));
    }
  }

  /** What waits is in the image. */
  #drop(): void {
    this.#batch = undefined;
    this.#queue.settleAll('queued');
  }

  #fail(error: StateError): void {
    if (this.#error) return;
    this.#error = error;
    this.#drop();
    clearTimeout(this.#retry);
    this.hooks.lost?.(error);
  }

  /** Nobody waits for a store that is away; it is tried again on reconnection, and in a while. */
  #postpone(): void {
    this.#queue.release('queued');
    clearTimeout(this.#retry);
    if (!this.#closing && !this.#error) this.#retry = setTimeout(() => this.kick(), retryMs).unref();
  }
}
