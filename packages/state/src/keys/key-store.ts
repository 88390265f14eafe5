import { z } from 'zod';
import { StateError } from '../errors';
import { jsonText } from '../json-text';
import type { RedisConnection } from '../redis/connection';
import { script } from '../redis/script';
import { keyRecordSchema, type KeyRecord } from './key-record';

/** One hash: digest → record. */
const keysKey = 'parley:keys';

const put = script(`return redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2])`);
const get = script(`return redis.call('HGET', KEYS[1], ARGV[1])`);
const all = script(`return redis.call('HGETALL', KEYS[1])`);
const remove = script(`return redis.call('HDEL', KEYS[1], ARGV[1])`);

const stored = jsonText.pipe(keyRecordSchema);
const pairs = z.array(z.string());

/** API keys in Redis. Every method rejects with StateError `unavailable` while Redis is away. */
export class KeyStore {
  constructor(private readonly connection: RedisConnection) {}

  async create(digest: string, record: KeyRecord): Promise<void> {
    const created = await this.connection.run(put, [keysKey], [digest, JSON.stringify(record)]);
    if (created !== 1) throw new StateError('exists', 'there is such a key');
  }

  async find(digest: string): Promise<KeyRecord | undefined> {
    const text = await this.connection.run(get, [keysKey], [digest]);
    return text === null ? undefined : parse(text);
  }

  /** Oldest first. */
  async list(): Promise<KeyRecord[]> {
    const entries = await this.#entries();
    return entries.map(([, record]) => record).toSorted((a, b) => a.createdAtMs - b.createdAtMs);
  }

  /** Whether there was such a key. Gateways that know it forget it within seconds. */
  async revoke(id: string): Promise<boolean> {
    const entry = (await this.#entries()).find(([, record]) => record.id === id);
    return entry !== undefined && (await this.connection.run(remove, [keysKey], [entry[0]])) === 1;
  }

  async #entries(): Promise<[digest: string, record: KeyRecord][]> {
    const flat = pairs.parse(await this.connection.run(all, [keysKey], []));
    return flat.flatMap((digest, index) =>
      index % 2 === 0 ? [[digest, parse(flat[index + 1])] satisfies [string, KeyRecord]] : [],
    );
  }
}

function parse(text: unknown): KeyRecord {
  const { data, error } = stored.safeParse(text);
  if (error) throw new StateError('invalid', 'a key is not stored as expected', { cause: error });
  return data;
}
