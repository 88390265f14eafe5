/** Header of a WebSocket frame, as last read by `readHead`. */
const head = { opcode: 0, maskAt: 0, payloadAt: 0, end: 0 };

const text = 1;
const binary = 2;
const ping = 9;
const pong = 10;
const maskBytes = 4;
const longestControl = 125;

/**
 * Reads the header of a client's frame (RFC 6455 §5.2). False: it is not all there, or it is one that does not stand for
 * itself: a part of a message, a close, or a fault.
 */
function readHead(bytes: Buffer, at: number): boolean {
  if (bytes.length - at < 2) return false;
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  const opcode = first & 0x0f;
  const isControl = opcode === ping || opcode === pong;
  // FIN and no other flag; masked.
  if ((first & 0xf0) !== 0x80 || second < 0x80) return false;
  if (opcode !== text && opcode !== binary && !isControl) return false;
  let length = second & 0x7f;
  if (isControl && length > longestControl) return false;
  const lengthBytes = length < 126 ? 0 : length === 126 ? 2 : 8;
  const maskAt = at + 2 + lengthBytes;
  if (bytes.length < maskAt + maskBytes) return false;
  if (lengthBytes === 2) length = bytes.readUInt16BE(at + 2);
  else if (lengthBytes === 8) length = bytes.readUInt32BE(at + 2) * 2 ** 32 + bytes.readUInt32BE(at + 6);
  head.opcode = opcode;
  head.maskAt = maskAt;
  head.payloadAt = maskAt + maskBytes;
  head.end = head.payloadAt + length;
  return true;
}

/** Follows a client's frames from header to header. */
export class ClientFrames {
  /** Of the present frame, still to come. */
  #leftBytes = 0;
  #knows = true;

  /** Whether a message begins with the next byte; false too if that cannot be known any more. */
  get isBetween(): boolean {
    return this.#knows && this.#leftBytes === 0;
  }

  /** What came, in order and without a gap. */
  passed(bytes: Buffer): void {
    let at = Math.min(this.#leftBytes, bytes.length);
    this.#leftBytes -= at;
    while (this.#knows && at < bytes.length) {
      this.#knows = readHead(bytes, at);
      at = Math.min(head.end, bytes.length);
      this.#leftBytes = head.end - at;
    }
  }
}

/**
 * The text of a frame that begins at `at` and is whole, unmasked where it lies; undefined if it is anything else. Masking
 * it again makes it what it was.
 */
export function wholeText(
  bytes: Buffer,
  at: number,
  unmask: (payload: Buffer, mask: Buffer) => void,
): { payload: Buffer; mask: Buffer; end: number } | undefined {
  if (!readHead(bytes, at) || head.opcode !== text || head.end > bytes.length) return undefined;
  const { maskAt, payloadAt, end } = head;
  const mask = bytes.subarray(maskAt, payloadAt);
  const payload = bytes.subarray(payloadAt, end);
  unmask(payload, mask);
  return { payload, mask, end };
}
