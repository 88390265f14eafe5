import { pino, symbols, type DestinationStream, type Level, type Logger, type LoggerOptions } from 'pino';
import { prettyFactory } from 'pino-pretty';
import { GatheredLines } from './gathered-lines';
import { censor, redacted, redactedFields } from './redaction';
import { StandardOutput } from './standard-output';

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
  const destination = settings.destination ?? standardOutput();
  return pino(options, settings.pretty ? new ReadableLines(destination) : destination);
}

const errorFields = (error: Error): object => redacted(pino.stdSerializers.err(error));

let output: GatheredLines | undefined;

/** The one of the process. */
function standardOutput(): GatheredLines {
  if (output !== undefined) return output;
  const lines = new GatheredLines(new StandardOutput());
  process.once('exit', () => lines.flushSync());
  return (output = lines);
}

interface LeveledStream extends DestinationStream {
  lastLevel?: number;
}

/** Made readable in the same call: in a stream of its own, what is fatal would wait for a turn that does not come. */
class ReadableLines implements LeveledStream {
  readonly [symbols.needsMetadataGsym] = true;
  readonly #shown = prettyFactory({ ignore: 'pid,service', messageFormat: '{service} {msg}' });

  constructor(private readonly target: LeveledStream) {}

  /** Set by pino before each line: the target could not tell it from what is readable. */
  set lastLevel(level: number) {
    this.target.lastLevel = level;
  }

  write(line: string): void {
    this.target.write(this.#shown(line));
  }
}
