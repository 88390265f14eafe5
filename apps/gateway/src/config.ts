import { accessEnvironment, isLoopback, isOpen } from '@parley/admission';
import { flag, host, integer, loadEnv, milliseconds, port, serviceEnv, z, ConfigError } from '@parley/config';
import { sessionBudgetEnvironment } from '@parley/metering';
import { tlsProblems } from './rest/tls';

const maxFrameBytes = 21 * 1024 * 1024;

const schema = z.object({
  ...serviceEnv({ healthPort: 0, slots: 1 }),
  ...accessEnvironment,
  PARLEY_HOST: host,
  /** WebSocket, REST, health and metrics; 0 = any free port. */
  PARLEY_PORT: port(8080),
  /** PEM files; both or none. */
  PARLEY_TLS_CERT: z.string().optional(),
  PARLEY_TLS_KEY: z.string().optional(),
  PARLEY_MAX_CONNECTIONS: integer(1, 1_000_000).prefault('2000'),
  /** 0 = no limit but the one above. */
  PARLEY_MAX_CONNECTIONS_PER_ADDRESS: integer(0, 1_000_000).prefault('0'),
  /** Of the time, that the event loop may be busy before new sessions are refused; 100 = no limit. */
  PARLEY_MAX_BUSY_PERCENT: integer(10, 100).prefault('70'),
  /** Largest frame taken. The protocol's largest event is 15 MiB of audio, 20 MiB as base64. */
  PARLEY_MAX_FRAME_BYTES: integer(1024, 256 * 1024 * 1024).prefault(String(maxFrameBytes)),
  /** A client that lets more than this pile up unread is closed. */
  PARLEY_MAX_BUFFERED_BYTES: integer(64 * 1024, 1024 * 1024 * 1024).prefault(String(4 * 1024 * 1024)),
  /** Audio of a session's items kept for `conversation.item.retrieve`; the oldest goes first. 0 = none. */
  PARLEY_MAX_ITEM_AUDIO_BYTES: integer(0, 1024 * 1024 * 1024).prefault(String(8 * 1024 * 1024)),
  /** The same of all sessions, shared out evenly; a newest item may be more than its share. 0 = no limit but each session's own. */
  PARLEY_MAX_TOTAL_ITEM_AUDIO_BYTES: integer(0, 2 ** 40).prefault(String(1024 * 1024 * 1024)),
  /** Answers are begun before it is certain that a turn is over. A session may say otherwise. */
  PARLEY_SPECULATION: flag(true),
  /** Audio sent ahead of its playing to clients that asked for Parley's extensions. */
  PARLEY_MAX_LEAD_MS: integer(100, 10_000).prefault('300'),
  /** Requests to speak or to transcribe that are under way at a time; each may hold an upload. */
  PARLEY_MAX_AUDIO_REQUESTS: integer(1, 100_000).prefault('32'),
  /** Largest file that is transcribed. */
  PARLEY_MAX_UPLOAD_BYTES: integer(1024, 1024 * 1024 * 1024).prefault(String(25 * 1024 * 1024)),
  /** Longest recording that is transcribed. */
  PARLEY_MAX_RECORDING_SECONDS: integer(1, 86_400).prefault('3600'),
  ...sessionBudgetEnvironment,
  /** Of one response; 0 = no limit but the client's. */
  PARLEY_MAX_RESPONSE_TOKENS: integer(0, 1_000_000).prefault('0'),
  PARLEY_MAX_RESPONSE_MS: integer(0, 3_600_000).prefault('0'),
  /** The page at /playground. */
  PARLEY_PLAYGROUND: flag(true),
  PARLEY_PING_MS: milliseconds(20_000),
  /** A YAML or JSON file of prompt templates. */
  PARLEY_PROMPTS: z.string().min(1).optional(),
  /** "provider/model" that remembers conversations; empty: each session's own. */
  PARLEY_MEMORY_MODEL: z.string().max(256).default(''),
  /** The longest a session may last. */
  PARLEY_SESSION_MAX_MS: milliseconds(3_600_000, 86_400_000),
  /** How long a session may take to start before the client is told that it cannot. */
  PARLEY_SESSION_START_MS: milliseconds(10_000),
});

export type GatewayConfig = z.output<typeof schema>;

/** Throws ConfigError, also for what would leave the gateway open to anyone and for TLS files that cannot be used. */
export function config(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): GatewayConfig {
  const settings = loadEnv(schema, environment);
  const problems = problemsOf(settings);
  if (problems.length > 0) throw new ConfigError(problems);
  return settings;
}

function problemsOf(settings: GatewayConfig): string[] {
  const problems: string[] = [];
  if (isOpen(settings) && !isLoopback(settings.PARLEY_HOST)) {
    problems.push(
      'PARLEY_API_KEYS is not set: without keys the gateway listens on loopback only. Set PARLEY_API_KEYS to one ' +
        'or more keys (separated by commas), or PARLEY_REQUIRE_KEYS=1 to take the keys made with `parley keys`, ' +
        'to listen on PARLEY_HOST, or set PARLEY_HOST to 127.0.0.1.',
    );
  }
  return [...problems, ...tlsProblems(settings)];
}
