import type { Codec } from '../../dialects/codec';

/** How a client and the server write to each other. */
export interface Wire {
  readonly codec: Codec;
  /** Audio is in binary frames, as the client asked for; it may send base64 all the same. */
  readonly binaryAudio: boolean;
}
