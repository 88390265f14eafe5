/** One encoding or decoding under way in the thread. */
export interface Job {
  /** Takes PCM16 (encoders) and gives what has come of it so far. */
  push(pcm: Uint8Array): Promise<Uint8Array>;
  /** The rest. */
  finish(): Promise<Uint8Array>;
  /** The next piece of PCM16 (decoders); undefined at the end. */
  read(): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}
