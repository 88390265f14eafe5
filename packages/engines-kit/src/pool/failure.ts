import type { v1 } from '@parley/contracts';
import { EngineError, type EngineErrorClass } from '../errors';

const classes: ReadonlySet<string> = new Set<EngineErrorClass>([
  'transient',
  'rate_limit',
  'quota',
  'credential',
  'model_gone',
  'caller_fault',
  'unknown',
]);

const isClass = (text: string): text is EngineErrorClass => classes.has(text);

/** What an engine reported, as the error its caller gets. */
export function failureOf(engine: string, failed: v1.EngineFailed.$Properties): EngineError {
  const named = failed.class ?? '';
  const errorClass = isClass(named) ? named : failed.retryable ? 'transient' : 'unknown';
  return new EngineError(errorClass, failed.code || 'engine_error', `${engine}: ${failed.message ?? ''}`);
}
