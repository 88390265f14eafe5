import { z } from 'zod';
import type { Backend, Batch, Holder, Lifetimes, StoredRecord, WriteOutcome } from '../backend';
import { StateError } from '../errors';
import type { SessionImage } from '../session-store';
import type { RedisConnection } from './connection';
import type { Script } from './script';
import * as scripts from './scripts';

const outcome = z
  .tuple([z.enum(['ok', 'fenced', 'not_found', 'behind', 'exists', 'owned'])])
  .rest(z.string());
const loaded = z.tuple([z.array(z.string()), z.array(z.string())]);
const nobody: Holder = { sessionId: '', owner: '', fence: 0 };

/** Sessions in Redis: each operation is one script, so it happens whole or not at all. */
export class RedisBackend implements Backend {
  constructor(
    private readonly connection: RedisConnection,
    private readonly lifetimes: Lifetimes,
    private readonly nowMs: () => number = Date.now,
  ) {}

  get connected(): boolean {
    return this.connection.ready;
  }

  onConnected(listener: () => void): void {
    this.connection.onReady(listener);
  }

  async create({ id, owner, keyId, config }: { id: string; owner: string; keyId: string; config: string }) {
    const holder = { ...nobody, sessionId: id, owner };
    const [result] = await this.#run(scripts.create, holder, [keyId, this.nowMs(), config]);
    return result === 'exists' ? result : 1;
  }

  async claim(id: string, owner: string) {
    const [result, fence, seq] = await this.#run(scripts.claim, { ...nobody, sessionId: id, owner });
    if (result === 'not_found' || result === 'owned') return result;
    return { fence: Number(fence), seq: Number(seq) };
  }

  write(holder: Holder, { firstSeq, operations }: Batch): Promise<WriteOutcome> {
    const rest = operations.flatMap(({ kind, payload }) => [kind, payload]);
    return this.#outcome(scripts.write, holder, [firstSeq, ...rest]);
  }

  async rebuild(holder: Holder, seq: number, image: SessionImage): Promise<'ok' | 'fenced'> {
    const snapshot = image.snapshot === null ? '' : JSON.stringify(image.snapshot);
    const log = image.log.map((entry) => JSON.stringify(entry));
    const rest = [seq, image.keyId, this.nowMs(), JSON.stringify(image.config), snapshot, ...log];
    return (await this.#outcome(scripts.rebuild, holder, rest)) === 'fenced' ? 'fenced' : 'ok';
  }

  renew(holder: Holder, seq: number): Promise<WriteOutcome> {
    return this.#outcome(scripts.renew, holder, [seq]);
  }

  async release(holder: Holder): Promise<void> {
    await this.#run(scripts.release, holder);
  }

  async remove(holder: Holder): Promise<'ok' | 'fenced'> {
    return (await this.#outcome(scripts.remove, holder, [])) === 'fenced' ? 'fenced' : 'ok';
  }

  async load(id: string): Promise<StoredRecord | undefined> {
    const reply = await this.connection.run(scripts.load, keysOf(id), []);
    const { data, error } = loaded.safeParse(reply);
    if (error) throw new StateError('invalid', `session ${id} is not stored as expected`, { cause: error });
    const [pairs, log] = data;
    if (pairs.length === 0) return undefined;
    const fields: Record<string, string> = {};
    for (let index = 0; index < pairs.length; index += 2) fields[pairs[index] ?? ''] = pairs[index + 1] ?? '';
    return { fields, log };
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  async #outcome(script: Script, holder: Holder, rest: readonly (string | number)[]): Promise<WriteOutcome> {
    const [result] = await this.#run(script, holder, rest);
    return result === 'exists' || result === 'owned' ? 'fenced' : result;
  }

  async #run(script: Script, { sessionId, owner, fence }: Holder, rest: readonly (string | number)[] = []) {
    const { leaseMs, retainMs } = this.lifetimes;
    const reply = await this.connection.run(script, keysOf(sessionId), [
      leaseMs,
      retainMs,
      owner,
      fence,
      ...rest,
    ]);
    return outcome.parse(reply);
  }
}

/** The braces make Redis Cluster put the keys of a session into one slot. */
export function keysOf(sessionId: string): string[] {
  const key = `parley:session:{${sessionId}}`;
  return [key, `${key}:items`, `${key}:lease`];
}
