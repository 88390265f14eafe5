export type OutboundErrorCode =
  /** No http or https URL, or one that carries a password. */
  | 'invalid_url'
  /** The host is, or resolves to, an address that is not public. */
  | 'address_refused'
  | 'unresolved'
  | 'redirect_refused'
  | 'too_many_redirects'
  | 'too_large'
  | 'timeout'
  | 'connection_failed';

/** A request that was not made, or not finished. The message may be shown to a client: it tells no address that a name resolved to. */
export class OutboundError extends Error {
  override readonly name = 'OutboundError';

  constructor(
    readonly code: OutboundErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The refusal behind an error, wherever a library has wrapped it. */
export function outboundErrorIn(error: unknown): OutboundError | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof OutboundError) return at;
  }
  return undefined;
}
