import type { Operation } from './backend';
import type { Durability } from './session-store';

export interface QueueLimits {
  /** Of one session. */
  readonly operations: number;
  readonly bytes: number;
  /** Sent at once. */
  readonly batchOperations: number;
  readonly batchBytes: number;
}

/** Of all queues together. */
export interface Total {
  bytes: number;
}

interface Waiting {
  readonly operation: Operation;
  readonly bytes: number;
  /** Of this operation and of those it has replaced. */
  readonly tell: ((durability: Durability) => void)[];
}

/** What has not been stored: first what has been taken for sending, then what has not, of which only the newest config and snapshot are kept. */
export class WriteQueue {
  #sending: Waiting[] = [];
  #waiting: Waiting[] = [];
  #bytes = 0;

  constructor(
    private readonly limits: QueueLimits,
    private readonly total: Total,
  ) {}

  get size(): { operations: number; bytes: number } {
    return { operations: this.#sending.length + this.#waiting.length, bytes: this.#bytes };
  }

  /** One operation may always wait, whatever its size. `spareBytes`: what may still wait in all queues. */
  fits(operation: Operation, spareBytes: number): boolean {
    const { operations, bytes } = this.size;
    if (operations === 0) return true;
    const more = Buffer.byteLength(operation.payload);
    return operations < this.limits.operations && bytes + more <= this.limits.bytes && more <= spareBytes;
  }

  push(operation: Operation): Promise<Durability> {
    const tell: Waiting['tell'] = [];
    if (operation.kind !== 'log') {
      const index = this.#waiting.findIndex((entry) => entry.operation.kind === operation.kind);
      const [older] = index < 0 ? [] : this.#waiting.splice(index, 1);
      if (older) {
        this.#grow(-older.bytes);
        tell.push(...older.tell);
      }
    }
    const bytes = Buffer.byteLength(operation.payload);
    this.#grow(bytes);
    this.#waiting.push({ operation, bytes, tell });
    return new Promise((resolve) => tell.push(resolve));
  }

  /** The next batch; it counts as waiting until `taken`. */
  take(): Operation[] {
    let bytes = 0;
    while (this.#waiting.length > 0 && this.#sending.length < this.limits.batchOperations) {
      const [next] = this.#waiting;
      if (!next || (this.#sending.length > 0 && bytes + next.bytes > this.limits.batchBytes)) break;
      bytes += next.bytes;
      this.#sending.push(next);
      this.#waiting.shift();
    }
    return this.#sending.map((entry) => entry.operation);
  }

  /** The batch is done. */
  taken(durability: Durability): void {
    for (const entry of this.#sending) {
      this.#grow(-entry.bytes);
      for (const tell of entry.tell) tell(durability);
    }
    this.#sending = [];
  }

  /** Answers everyone who waits; the operations stay. */
  release(durability: Durability): void {
    for (const entry of [...this.#sending, ...this.#waiting]) {
      for (const tell of entry.tell.splice(0)) tell(durability);
    }
  }

  /** Answers everyone and drops the operations. */
  settleAll(durability: Durability): void {
    this.release(durability);
    this.#sending = [];
    this.#waiting = [];
    this.#grow(-this.#bytes);
  }

  #grow(bytes: number): void {
    this.#bytes += bytes;
    this.total.bytes += bytes;
  }
}
