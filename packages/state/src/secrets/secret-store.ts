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

/**
 * KEYS[1]: how much the secrets of one API key hold, a hash of bytes by when they have ended, to ten minutes.
 * ARGV: bytes, expiresAtMs, the most there may be. Returns 1, or 0 where it would be more.
 */
const reserve = script(`
  local time = redis.call('TIME')
  local nowMs = time[1] * 1000 + math.floor(time[2] / 1000)
  local ends = (math.floor(ARGV[2] / 600000) + 1) * 600000
  local held, last = 0, ends
  local all = redis.call('HGETALL', KEYS[1])
  for i = 1, #all, 2 do
    if tonumber(all[i]) <= nowMs then redis.call('HDEL', KEYS[1], all[i])
    else held, last = held + all[i + 1], math.max(last, tonumber(all[i])) end
  end
  if held + ARGV[1] > tonumber(ARGV[3]) then return 0 end
  redis.call('HINCRBY', KEYS[1], string.format('%.0f', ends), ARGV[1])
  redis.call('PEXPIREAT', KEYS[1], string.format('%.0f', last))
  return 1`);

/** Of all secrets of one key together, with their sessions. */
const maxBytesPerKey = 256 * 1024 * 1024;

const keyOf = (digest: string): string => `parley:secret:${digest}`;

/** Ephemeral secrets in Redis, which forgets them when they expire. Rejects with `unavailable` while it is away. */
export class SecretStore {
  constructor(private readonly connection: RedisConnection) {}

  /** False: the key's secrets hold all that they may. */
  async put(digest: string, record: SecretRecord): Promise<boolean> {
    const { keyId, expiresAtMs } = record;
    const text = JSON.stringify(record);
    const bounds = [Buffer.byteLength(text), expiresAtMs, maxBytesPerKey];
    if ((await this.connection.run(reserve, [`parley:secrets:{${keyId}}`], bounds)) === 0) return false;
    await this.connection.run(put, [keyOf(digest)], [text, expiresAtMs]);
    return true;
  }

  async find(digest: string): Promise<SecretRecord | undefined> {
    const text = await this.connection.run(get, [keyOf(digest)], []);
    if (text === null) return undefined;
    const { data, error } = jsonText.pipe(secretSchema).safeParse(text);
    if (error) throw new StateError('invalid', 'a secret is not stored as expected', { cause: error });
    return data;
  }
}
