const marker = Symbol.for('parley.CodecError');

/** `unsupported_audio` and `bad_audio`: of the audio that was given. `codec_failed`: of ours. */
export type CodecErrorCode = 'unsupported_audio' | 'bad_audio' | 'codec_failed';

export class CodecError extends Error {
  readonly [marker] = true;

  constructor(
    readonly code: CodecErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'CodecError';
  }

  /** Survives duplicate copies of the package. */
  static isInstance(error: unknown): error is CodecError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
