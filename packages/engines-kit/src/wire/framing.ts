/** Frames of the engine protocol: a u32 little-endian length and that many bytes. */

export const headerBytes = 4;
/** A frame above this is garbage on the wire, not a message. */
export const defaultMaxFrameBytes = 64 * 1024 * 1024;

export class FramingError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FramingError';
  }
}

export function encodeFrame(message: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(headerBytes + message.length);
  frame.writeUInt32LE(message.length, 0);
  frame.set(message, headerBytes);
  return frame;
}

/** Cuts a byte stream into frames. Returned frames may be views of the pushed chunk. */
export class FrameReader {
  #chunks: Buffer[] = [];
  #length = 0;

  constructor(private readonly maxFrameBytes: number = defaultMaxFrameBytes) {}

  /** Bytes held of a frame that is not complete. */
  get pending(): number {
    return this.#length;
  }

  /** The frames that `chunk` completes. Throws a FramingError on an empty or oversized frame. */
  push(chunk: Buffer): Buffer[] {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    const frames: Buffer[] = [];
    for (;;) {
      const size = this.#nextSize();
      if (size === undefined || this.#length < headerBytes + size) return frames;
      frames.push(this.#take(headerBytes + size).subarray(headerBytes));
    }
  }

  #nextSize(): number | undefined {
    if (this.#length < headerBytes) return undefined;
    const first = this.#chunks[0];
    if (first === undefined || first.length < headerBytes) this.#join();
    const size = this.#chunks[0]?.readUInt32LE(0) ?? 0;
    if (size === 0 || size > this.maxFrameBytes) throw new FramingError(`A frame of ${size} bytes`);
    return size;
  }

  #take(bytes: number): Buffer {
    if ((this.#chunks[0]?.length ?? 0) < bytes) this.#join();
    const [whole, ...others] = this.#chunks;
    if (whole === undefined) throw new FramingError('No bytes to take');
    const rest = whole.subarray(bytes);
    this.#chunks = rest.length > 0 ? [rest, ...others] : others;
    this.#length -= bytes;
    return whole.subarray(0, bytes);
  }

  #join(): void {
    if (this.#chunks.length > 1) this.#chunks = [Buffer.concat(this.#chunks, this.#length)];
  }
}
