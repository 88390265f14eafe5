/** What went wrong with an engine or provider, decided once; the class decides retry, fallback or give up. */
export const engineErrorClasses = [
  'transient',
  'rate_limit',
  'quota',
  'credential',
  'model_gone',
  'caller_fault',
  'unknown',
] as const;

export type EngineErrorClass = (typeof engineErrorClasses)[number];

const classes: ReadonlySet<string> = new Set(engineErrorClasses);

/** Whether a name that came from outside is one of the classes. */
export const isEngineErrorClass = (name: string): name is EngineErrorClass => classes.has(name);

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
