export type StateErrorCode =
  /** Redis cannot be reached, or did not answer in time. */
  | 'unavailable'
  | 'exists'
  | 'not_found'
  /** Another owner holds the lease. */
  | 'owned'
  /** Another owner has taken the session since: this one must write nothing more. */
  | 'fenced'
  /** What is stored does not fit the schema. */
  | 'invalid'
  /** More waits to be written than may wait. */
  | 'overflow'
  | 'closed';

/** The one error class of session state. */
export class StateError extends Error {
  constructor(
    readonly code: StateErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StateError';
  }
}
