/** What went wrong with an engine or provider, decided once; the class decides retry, fallback or give up. */
export type EngineErrorClass =
  | 'transient'
  | 'rate_limit'
  | 'quota'
  | 'credential'
  | 'model_gone'
  | 'caller_fault'
  | 'unknown';

const marker = Symbol.for('parley.EngineError');

export class EngineError extends Error {
  readonly [marker] = true;

  constructor(
    readonly errorClass: EngineErrorClass,
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'EngineError';
  }

  /** Whether the same work may succeed elsewhere or later. */
  get retryable(): boolean {
    return this.errorClass === 'transient' || this.errorClass === 'rate_limit';
  }

  static isInstance(error: unknown): error is EngineError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
