import {
  host,
  integer,
  list,
  loadEnv,
  milliseconds,
  port,
  redisUrl,
  serviceEnv,
  z,
  ConfigError,
} from '@parley/config';
import { isLoopback } from './admission/loopback';

const maxFrameBytes = 21 * 1024 * 1024;

const schema = z.object({
  ...serviceEnv({ healthPort: 0, slots: 1 }),
  REDIS_URL: redisUrl,
  PARLEY_HOST: host,
  /** WebSocket, REST, health and metrics; 0 = any free port. */
  PARLEY_PORT: port(8080),
  /** Keys clients may use. None: any key, on loopback only. */
  PARLEY_API_KEYS: list,
  /** PEM files; both or none. */
  PARLEY_TLS_CERT: z.string().optional(),
  PARLEY_TLS_KEY: z.string().optional(),
  /** Origins of browsers that may connect; `*` = any. Unset: any with keys, pages of loopback without. */
  PARLEY_ALLOWED_ORIGINS: list,
  PARLEY_MAX_CONNECTIONS: integer(1, 1_000_000).prefault('2000'),
  /** 0 = no limit but the one above. */
  PARLEY_MAX_CONNECTIONS_PER_KEY: integer(0, 1_000_000).prefault('0'),
  PARLEY_MAX_CONNECTIONS_PER_ADDRESS: integer(0, 1_000_000).prefault('0'),
  /** Largest frame taken. The protocol's largest event is 15 MiB of audio, 20 MiB as base64. */
  PARLEY_MAX_FRAME_BYTES: integer(1024, 256 * 1024 * 1024).prefault(String(maxFrameBytes)),
  /** A client that lets more than this pile up unread is closed. */
  PARLEY_MAX_BUFFERED_BYTES: integer(64 * 1024, 1024 * 1024 * 1024).prefault(String(4 * 1024 * 1024)),
  PARLEY_PING_MS: milliseconds(20_000),
  /** How long a session may take to start before the client is told that it cannot. */
  PARLEY_SESSION_START_MS: milliseconds(10_000),
});

export type GatewayConfig = z.output<typeof schema>;

/** Throws ConfigError, also for settings that would leave the gateway open to anyone. */
export function config(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): GatewayConfig {
  const settings = loadEnv(schema, environment);
  const problems = unsafe(settings);
  if (problems.length > 0) throw new ConfigError(problems);
  return settings;
}

function unsafe(settings: GatewayConfig): string[] {
  const problems: string[] = [];
  if (settings.PARLEY_API_KEYS.length === 0 && !isLoopback(settings.PARLEY_HOST)) {
    problems.push(
      'PARLEY_API_KEYS is not set: without keys the gateway listens on loopback only. Set PARLEY_API_KEYS to one ' +
        'or more keys (separated by commas) to listen on PARLEY_HOST, or set PARLEY_HOST to 127.0.0.1.',
    );
  }
  if ((settings.PARLEY_TLS_CERT === undefined) !== (settings.PARLEY_TLS_KEY === undefined)) {
    problems.push('PARLEY_TLS_CERT and PARLEY_TLS_KEY must be set together.');
  }
  return problems;
}
