import type { Backend, Batch, Holder, Lifetimes, StoredRecord, WriteOutcome } from './backend';
import { StateError } from './errors';
import type { SessionImage } from './session-store';

interface Entry {
  keyId: string;
  createdAtMs: number;
  config: string;
  snapshot: string | undefined;
  fence: number;
  seq: number;
  log: string[];
  lease: { owner: string; untilMs: number } | undefined;
  untilMs: number;
}

/** Sessions of one process, with the behaviour of Redis; `connected` can be taken away. */
export class MemoryBackend implements Backend {
  readonly #sessions = new Map<string, Entry>();
  readonly #listeners: (() => void)[] = [];
  #connected = true;

  constructor(
    private readonly lifetimes: Lifetimes,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  get connected(): boolean {
    return this.#connected;
  }

  set connected(connected: boolean) {
    const came = connected && !this.#connected;
    this.#connected = connected;
    if (came) for (const listener of this.#listeners) listener();
  }

  /** Loses everything, as a Redis without persistence does when it restarts. */
  wipe(): void {
    this.#sessions.clear();
  }

  /** Loses one session. */
  lose(id: string): void {
    this.#sessions.delete(id);
  }

  /** Loses the last write, a log entry, as a failover can make Redis lose it. */
  loseLastWrite(id: string): void {
    const entry = this.#sessions.get(id);
    if (!entry) return;
    entry.log.pop();
    entry.seq--;
  }

  /** Puts raw text in place of what is stored. */
  spoil(id: string, what: 'config' | 'log', text: string): void {
    const entry = this.#sessions.get(id);
    if (what === 'config') Object.assign(entry ?? {}, { config: text });
    else entry?.log.push(text);
  }

  onConnected(listener: () => void): void {
    this.#listeners.push(listener);
  }

  async create({ id, owner, keyId, config }: { id: string; owner: string; keyId: string; config: string }) {
    if (this.#find(id)) return 'exists' as const;
    this.#sessions.set(id, {
      keyId,
      config,
      createdAtMs: Date.now(),
      snapshot: undefined,
      fence: 1,
      seq: 0,
      log: [],
      ...this.#times(owner),
    });
    return 1;
  }

  async claim(id: string, owner: string) {
    const entry = this.#find(id);
    if (!entry) return 'not_found' as const;
    if (entry.lease && entry.lease.owner !== owner && entry.lease.untilMs > this.nowMs())
      return 'owned' as const;
    entry.fence++;
    Object.assign(entry, this.#times(owner));
    return { fence: entry.fence, seq: entry.seq };
  }

  async write(holder: Holder, batch: Batch): Promise<WriteOutcome> {
    const entry = this.#held(holder);
    if (typeof entry === 'string') return entry;
    if (batch.firstSeq > entry.seq + 1) return 'behind';
    batch.operations.forEach(({ kind, payload }, index) => {
      const seq = batch.firstSeq + index;
      if (seq <= entry.seq) return;
      if (kind === 'log') entry.log.push(payload);
      else entry[kind] = payload;
      entry.seq = seq;
    });
    entry.untilMs = this.nowMs() + this.lifetimes.retainMs;
    return 'ok';
  }

  async rebuild({ sessionId, owner, fence }: Holder, seq: number, image: SessionImage) {
    const entry = this.#find(sessionId);
    if (entry && entry.fence > fence) return 'fenced' as const;
    this.#sessions.set(sessionId, {
      keyId: image.keyId,
      createdAtMs: entry?.createdAtMs ?? Date.now(),
      config: JSON.stringify(image.config),
      snapshot: image.snapshot === null ? undefined : JSON.stringify(image.snapshot),
      log: image.log.map((record) => JSON.stringify(record)),
      fence,
      seq,
      ...this.#times(owner),
    });
    return 'ok' as const;
  }

  async renew(holder: Holder, seq: number): Promise<WriteOutcome> {
    const entry = this.#held(holder);
    if (typeof entry === 'string') return entry;
    Object.assign(entry, this.#times(holder.owner));
    return entry.seq < seq ? 'behind' : 'ok';
  }

  async release(holder: Holder): Promise<void> {
    const entry = this.#held(holder);
    if (typeof entry !== 'string') entry.lease = undefined;
  }

  async remove(holder: Holder) {
    const entry = this.#held(holder);
    if (entry === 'fenced') return 'fenced' as const;
    this.#sessions.delete(holder.sessionId);
    return 'ok' as const;
  }

  async load(id: string): Promise<StoredRecord | undefined> {
    const entry = this.#find(id);
    if (!entry) return undefined;
    const { keyId, config, snapshot, log } = entry;
    const fields = {
      keyId,
      config,
      createdAtMs: String(entry.createdAtMs),
      fence: String(entry.fence),
      seq: String(entry.seq),
    };
    return { fields: snapshot === undefined ? fields : { ...fields, snapshot }, log: [...log] };
  }

  async close(): Promise<void> {
    this.#connected = false;
  }

  #times(owner: string) {
    const now = this.nowMs();
    return {
      lease: { owner, untilMs: now + this.lifetimes.leaseMs },
      untilMs: now + this.lifetimes.retainMs,
    };
  }

  #find(id: string): Entry | undefined {
    if (!this.#connected) throw new StateError('unavailable', 'the session store is away');
    const entry = this.#sessions.get(id);
    if (entry && entry.untilMs <= this.nowMs()) this.#sessions.delete(id);
    return this.#sessions.get(id);
  }

  #held({ sessionId, fence }: Holder): Entry | 'fenced' | 'not_found' {
    const entry = this.#find(sessionId);
    if (!entry) return 'not_found';
    return entry.fence === fence ? entry : 'fenced';
  }
}
