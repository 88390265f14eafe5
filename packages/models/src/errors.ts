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

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
