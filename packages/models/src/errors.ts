export type ModelErrorCode =
  /** No such model in the manifest, or the manifest itself is wrong. */
  | 'unknown_model'
  | 'bad_manifest'
  /** The cache does not hold the model, or not all of it. */
  | 'missing'
  /** What the cache or a source holds is not what the manifest pins. */
  | 'truncated'
  | 'tampered'
  /** No source could give the model. */
  | 'unavailable'
  | 'bad_source'
  | 'license_not_accepted'
  | 'no_space'
  | 'locked'
  | 'cancelled';

/** Everything that can go wrong between a manifest and a verified path; the message says what to do. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  constructor(
    readonly code: ModelErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

interface ErrorLike {
  readonly message: string;
  readonly code?: unknown;
  readonly cause?: unknown;
}

/** By shape: errors of Node's own modules may come from another realm. */
function isErrorLike(error: unknown): error is ErrorLike {
  return (
    typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'
  );
}

/** What went wrong, with what caused it where the error itself does not say. */
export function messageOf(error: unknown): string {
  if (!isErrorLike(error)) return String(error);
  const cause = error instanceof ModelError || !isErrorLike(error.cause) ? '' : ` (${error.cause.message})`;
  return `${error.message}${cause}`;
}

/** The system's or a library's code for an error or its cause, such as ENOENT; empty if there is none. */
export function codeOf(error: unknown): string {
  if (!isErrorLike(error)) return '';
  return typeof error.code === 'string' ? error.code : codeOf(error.cause);
}
