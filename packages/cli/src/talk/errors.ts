export type TalkErrorCode = 'unreachable' | 'refused' | 'closed' | 'timeout' | 'protocol' | 'overloaded';

/** The conversation cannot be had; the message says what a person can do about it. */
export class TalkError extends Error {
  override readonly name = 'TalkError';
  constructor(
    readonly code: TalkErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
