import type { LoggerService } from '@nestjs/common';
import type { Logger } from '@parley/telemetry';

/** Nest's own messages in the service's log. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(fields(rest), String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn(fields(rest), String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    // Thrown on as well: whoever starts the application says it.
    if (rest.at(-1) === 'ExceptionHandler') return this.debug(message, ...rest);
    this.logger.error(message instanceof Error ? { err: message } : fields(rest), String(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.logger.fatal(fields(rest), String(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(fields(rest), String(message));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.logger.trace(fields(rest), String(message));
  }
}

/** Nest passes the context last, and for errors a stack before it. */
function fields(rest: readonly unknown[]): { context?: string; stack?: string } {
  const texts = rest.filter((entry): entry is string => typeof entry === 'string');
  const [context, stack] = texts.toReversed();
  return { ...(context === undefined ? {} : { context }), ...(stack === undefined ? {} : { stack }) };
}
