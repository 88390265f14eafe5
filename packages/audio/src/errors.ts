/** Audio that cannot be what it claims to be, or a rate that is not supported. */
export class AudioError extends Error {
  override readonly name = 'AudioError';
  constructor(
    readonly code: 'unsupported_rate' | 'bad_wav' | 'unsupported_wav',
    message: string,
  ) {
    super(message);
  }
}
