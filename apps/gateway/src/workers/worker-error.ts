export type WorkerService = 'stt' | 'chat' | 'tts' | 'persona' | 'memory';

/**
 * `unavailable`: nobody can do it at present. `lost`: somebody began, and is gone. `refused`: it will not be done as
 * it was asked for. `failed`: it was tried.
 */
export type WorkerErrorKind = 'unavailable' | 'lost' | 'refused' | 'failed';

const marker = Symbol.for('parley.WorkerError');

/** A worker did not do what a door wanted of it. */
export class WorkerError extends Error {
  readonly [marker] = true;

  constructor(
    readonly service: WorkerService,
    readonly kind: WorkerErrorKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'WorkerError';
  }

  static isInstance(error: unknown): error is WorkerError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
