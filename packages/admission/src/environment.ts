import { flag, integer, list, redisUrl, z } from '@parley/config';
import { meteringEnvironment } from '@parley/metering';
import { maxChatBodyBytes } from './read-body';

/** What says who may come in: the same variables for every service with a door. */
export const accessEnvironment = {
  REDIS_URL: redisUrl,
  /** Keys clients may use, beside those stored in Redis. */
  PARLEY_API_KEYS: list,
  /** Only stored keys and tokens: set where there is no PARLEY_API_KEYS. Without either any key will do, on loopback. */
  PARLEY_REQUIRE_KEYS: flag(false),
  /** JSON Web Tokens: the secret of HS256; the key set of RS256 and ES256, as a URL or a file. */
  PARLEY_JWT_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  PARLEY_JWT_JWKS: z.string().min(1).optional(),
  PARLEY_JWT_ISSUER: z.string().min(1).optional(),
  PARLEY_JWT_AUDIENCE: z.string().min(1).optional(),
  /** Of one key, over all services, unless the key has limits of its own; 0 = no limit. */
  PARLEY_MAX_SESSIONS_PER_KEY: integer(0, 1_000_000).prefault('20'),
  /** REST requests, connections and client events. */
  PARLEY_MAX_REQUESTS_PER_SECOND_PER_KEY: integer(0, 10_000_000).prefault('1000'),
  /** Of chat completions that one process holds at a time; more are refused. */
  PARLEY_MAX_CHAT_BODY_BYTES: integer(maxChatBodyBytes, 64 * 1024 * 1024 * 1024).prefault(
    String(256 * 1024 * 1024),
  ),
  ...meteringEnvironment,
  /** Origins of browsers that may connect; `*` = any. Unset: any with keys, pages of loopback without. */
  PARLEY_ALLOWED_ORIGINS: list,
};

const accessSchema = z.object(accessEnvironment);
export type AccessConfig = z.output<typeof accessSchema>;

/** Nobody needs a key. */
export const isOpen = (
  config: Pick<
    AccessConfig,
    'PARLEY_API_KEYS' | 'PARLEY_REQUIRE_KEYS' | 'PARLEY_JWT_SECRET' | 'PARLEY_JWT_JWKS'
  >,
): boolean =>
  config.PARLEY_API_KEYS.length === 0 &&
  !config.PARLEY_REQUIRE_KEYS &&
  config.PARLEY_JWT_SECRET === undefined &&
  config.PARLEY_JWT_JWKS === undefined;
