import { z } from 'zod';
import { StateError } from '../errors';
import { jsonText } from '../json-text';
import { scopes } from '../keys/key-record';
import type { RedisConnection } from '../redis/connection';
import { script } from '../redis/script';

const secretSchema = z.object({
  /** The key that it was made with, whose limits and usage it shares. */
  keyId: z.string(),
  /** Of that key; null when it was no stored or configured key. A secret ends with its key. */
  keyDigest: z.string().nullable(),
  scopes: z.array(z.enum(scopes)),
  expiresAtMs: z.int(),
  /** The session that a connection with it starts with, as the client gave it. */
  session: z.unknown(),
  /** What such a session is answered by unless the connection names a model. */
  model: z.string(),
});

/** An ephemeral secret as it is stored, under its digest. */
export type SecretRecord = z.output<typeof secretSchema>;

const put = script(`return redis.call('SET', KEYS[1], ARGV[1], 'PXAT', ARGV[2])`);
const get = script(`return redis.call('GET', KEYS[1])`);

const keyOf = (digest: string): string => `parley:secret:${digest}`;

/** Ephemeral secrets in Redis, which forgets them when they expire. Rejects with `unavailable` while it is away. */
export class SecretStore {
  constructor(private readonly connection: RedisConnection) {}

  async put(digest: string, record: SecretRecord): Promise<void> {
    await this.connection.run(put, [keyOf(digest)], [JSON.stringify(record), record.expiresAtMs]);
  }

  async find(digest: string): Promise<SecretRecord | undefined> {
    const text = await this.connection.run(get, [keyOf(digest)], []);
    if (text === null) return undefined;
    const { data, error } = jsonText.pipe(secretSchema).safeParse(text);
    if (error) throw new StateError('invalid', 'a secret is not stored as expected', { cause: error });
    return data;
  }
}
