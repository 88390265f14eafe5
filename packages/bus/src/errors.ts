export const busErrorCodes = [
  'no_capacity',
  'refused',
  'timeout',
  'disconnected',
  'closed',
  'invalid_message',
  'no_responders',
] as const;

export type BusErrorCode = (typeof busErrorCodes)[number];

export const isBusErrorCode = (code: unknown): code is BusErrorCode =>
  busErrorCodes.some((known) => known === code);

const marker = Symbol.for('parley.BusError');

/** The one error class of the bus. `retryable`: another worker, or the same one later, may do it. */
export class BusError extends Error {
  readonly [marker] = true;

  constructor(
    readonly code: BusErrorCode,
    message: string,
    readonly retryable: boolean = true,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'BusError';
  }

  /** Survives duplicate copies of the package. */
  static isInstance(error: unknown): error is BusError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
