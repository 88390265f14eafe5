import { EngineError, type EngineErrorClass } from '@parley/engines-kit';
import { withoutAccountIds } from './account-ids';

export interface Fault {
  readonly errorClass: EngineErrorClass;
  readonly code: string;
  readonly message: string;
  readonly cause?: unknown;
  readonly retryAfterMs?: number | undefined;
}

const maxMessage = 500;

/** A provider's failure, its class decided and its message bounded, without the ids of our account there. */
export class ProviderError extends EngineError {
  /** How long the provider asked to be left alone; undefined = it did not say. */
  readonly retryAfterMs: number | undefined;

  constructor(provider: string, { errorClass, code, message, cause, retryAfterMs }: Fault) {
    super(errorClass, code, `${provider}: ${withoutAccountIds(message)}`.slice(0, maxMessage), { cause });
    this.retryAfterMs = retryAfterMs;
  }
}

/** Of a provider's failure, or of a circuit that is open for one. */
export const retryAfterMsOf = (error: EngineError): number | undefined =>
  'retryAfterMs' in error && typeof error.retryAfterMs === 'number' ? error.retryAfterMs : undefined;

/** Of the header `retry-after`: seconds, or a date. */
export function parseRetryAfter(value: string | undefined, nowMs = Date.now()): number | undefined {
  if (value === undefined || value.trim() === '') return undefined;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(value) - nowMs;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
