import { pino, type DestinationStream, type Level, type Logger, type LoggerOptions } from 'pino';
import { prettyFactory } from 'pino-pretty';
import { GatheredLines } from './gathered-lines';
import { censor, redacted, redactedFields } from './redaction';

export type { Logger } from 'pino';
export type LogLevel = Level | 'silent';

export interface LoggerSettings {
  /** Readable lines instead of JSON. */
  readonly pretty?: boolean;
  /** Fields of every line, such as the worker's id. */
  readonly fields?: Readonly<Record<string, string | number>>;
  readonly destination?: DestinationStream;
}

/** JSON lines on stdout: service, level by name, ISO time; keys, secrets and transcripts are redacted. */
export function createLogger(name: string, level: LogLevel = 'info', settings: LoggerSettings = {}): Logger {
  const options: LoggerOptions = {
    level,
    base: { service: name, pid: process.pid, ...settings.fields },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }), log: (fields) => redacted(fields) },
    // The fields of child loggers, too.
    redact: { paths: [...redactedFields], censor },
    serializers: { err: errorFields, error: errorFields },
  };
  // Of readable lines nobody knows the level any more, by which some are not to wait for others.
  if (settings.pretty) return pino(options, readable(settings.destination ?? standardOutput().bare));
  return pino(options, settings.destination ?? standardOutput().gathered);
}

const errorFields = (error: Error): object => redacted(pino.stdSerializers.err(error));

/** Never blocks the event loop: a reader that stalls costs lines beyond this many bytes. */
const maxPendingBytes = 4 * 1024 * 1024;

interface StandardOutput {
  readonly bare: DestinationStream;
  readonly gathered: DestinationStream;
}

let output: StandardOutput | undefined;

/** The one of the process. */
function standardOutput(): StandardOutput {
  if (output !== undefined) return output;
  const bare = pino.destination({ dest: 1, sync: false, maxLength: maxPendingBytes });
  const gathered = new GatheredLines(bare);
  process.once('exit', () => gathered.flushSync());
  output = { bare, gathered };
  return output;
}

/** Made readable in the same call: in a stream of its own, what is fatal would wait for a turn that does not come. */
function readable(
  target: DestinationStream & { flushSync?(): void },
): DestinationStream & { flushSync(): void } {
  const shown = prettyFactory({ ignore: 'pid,service', messageFormat: '{service} {msg}' });
  return {
    write: (line) => target.write(shown(line)),
    // Called by pino behind each fatal line.
    flushSync: () => target.flushSync?.(),
  };
}
