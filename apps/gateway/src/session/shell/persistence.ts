import type { Json, LogEntry, SessionImage, SessionWriter } from '@parley/state';
import { withoutSecrets, type Session } from '@parley/protocol';
import type { Logger } from '@parley/telemetry';
import type { Entry } from '../engine/conversation/state';
import type { ItemChange } from '../engine/coordinator/effects';
import { withMemory, type SessionState } from '../engine/coordinator/state';

/** Longest time an event waits for its item to be stored; then it is sent, and the item is written later. */
const holdMs = 250;

/** A session as it is stored: nobody reads the tokens of its tools there. */
export const storedConfig = (session: Session): Json => ({
  ...session,
  tools: withoutSecrets(session.tools),
});

/** The stored form of a change; types alone differ. */
export function logEntry(change: ItemChange): LogEntry {
  switch (change.kind) {
    case 'item':
      return { kind: 'item', previousItemId: change.previousItemId, item: { ...change.item } };
    case 'update':
      return { kind: 'update', item: { ...change.item } };
    case 'truncate':
      return {
        kind: 'truncate',
        contentIndex: change.contentIndex,
        audioEndMs: change.audioEndMs,
        item: { ...change.item },
      };
    case 'delete':
      return change;
  }
}

/** Everything that is to be in the store, for a store that has lost it. */
export function imageOf(state: SessionState, keyId: string): SessionImage {
  const log: LogEntry[] = [];
  let previousItemId: string | null = null;
  for (const { item } of state.conversation.entries) {
    if (item.status === 'in_progress') continue;
    log.push({ kind: 'item', previousItemId, item: { ...item } });
    previousItemId = item.id;
  }
  return { keyId, config: storedConfig(withMemory(state)), snapshot: snapshotOf(state), log };
}

/** What is known of a conversation beside its settings and items: what the model is told of its memory, and up to where. */
export function snapshotOf({ memory, conversation }: SessionState): Json | null {
  if (memory.version === 0) return null;
  const last = (wanted: Entry['memory']): string | null =>
    conversation.entries.findLast((entry) => entry.memory === wanted)?.item.id ?? null;
  const { summary, facts } = memory.shown;
  return { memory: { shown: { summary, facts: [...facts] }, held: last('held'), trimmed: last('trimmed') } };
}

/** Writes a session's log behind its conversation. A store that is away is waited for by the writer, not by us. */
export class Persistence {
  #failed = false;

  constructor(
    private readonly writer: SessionWriter,
    private readonly log: Logger,
    private readonly count: (durability: 'stored' | 'queued' | 'late') => void,
  ) {}

  /** `release` is called once it is stored, or known to be written later. */
  append(change: ItemChange, release: () => void): void {
    const timer = setTimeout(() => {
      this.count('late');
      release();
    }, holdMs);
    const settle = (): void => {
      clearTimeout(timer);
      release();
    };
    void this.#append(change).then(settle);
  }

  /** Never rejects. */
  async #append(change: ItemChange): Promise<void> {
    try {
      this.count(await this.writer.append(logEntry(change)));
    } catch (error) {
      this.#report(error);
    }
  }

  saveConfig(session: Session): void {
    this.writer.saveConfig(storedConfig(session)).catch((error: unknown) => this.#report(error));
  }

  saveSnapshot(snapshot: Json | null): void {
    this.writer.saveSnapshot(snapshot ?? {}).catch((error: unknown) => this.#report(error));
  }

  close(): void {
    this.writer.close().catch((error: unknown) => this.#report(error));
  }

  /** A writer that is lost says so by every call: once is enough. */
  #report(error: unknown): void {
    if (this.#failed) return;
    this.#failed = true;
    this.log.warn({ err: error }, 'the session is no longer stored');
  }
}
