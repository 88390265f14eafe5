import type { v1 } from '@parley/contracts';
import { EngineError, isEngineErrorClass } from '../errors';

/** What an engine reported, as the error its caller gets. */
export function failureOf(engine: string, failed: v1.EngineFailed.$Properties): EngineError {
  const named = failed.class ?? '';
  const errorClass = isEngineErrorClass(named) ? named : failed.retryable ? 'transient' : 'unknown';
  return new EngineError(errorClass, failed.code || 'engine_error', `${engine}: ${failed.message ?? ''}`);
}
