/** Header of a WebSocket frame, as last read by `readHead`. */
const head = { isLast: false, opcode: 0, maskAt: 0, payloadAt: 0, end: 0 };

const continuation = 0;
const text = 1;
const binary = 2;
const ping = 9;
const pong = 10;
const maskBytes = 4;
const longestControl = 125;

/**
 * Reads the header of a client's frame (RFC 6455 §5.2). `part`: it is not all there; `none`: a close, after which there
 * are no more, or a fault.
 */
function readHead(bytes: Buffer, at: number): 'read' | 'part' | 'none' {
  if (bytes.length - at < 2) return 'part';
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  const isLast = first >= 0x80;
  const opcode = first & 0x0f;
  const isControl = opcode === ping || opcode === pong;
  // No flag of an extension; masked.
  if ((first & 0x70) !== 0 || second < 0x80) return 'none';
  if (opcode > binary && !isControl) return 'none';
  let length = second & 0x7f;
  if (isControl && (!isLast || length > longestControl)) return 'none';
  const lengthBytes = length < 126 ? 0 : length === 126 ? 2 : 8;
  const maskAt = at + 2 + lengthBytes;
  if (bytes.length < maskAt + maskBytes) return 'part';
  if (lengthBytes === 2) length = bytes.readUInt16BE(at + 2);
  else if (lengthBytes === 8) length = bytes.readUInt32BE(at + 2) * 2 ** 32 + bytes.readUInt32BE(at + 6);
  head.isLast = isLast;
  head.opcode = opcode;
  head.maskAt = maskAt;
  head.payloadAt = maskAt + maskBytes;
  head.end = head.payloadAt + length;
  return 'read';
}

const nothing = Buffer.alloc(0);

/** Follows a client's frames from header to header. */
export class ClientFrames {
  /** Of the present frame, still to come. */
  #leftBytes = 0;
  /** What has come of a header that is not all there. */
  #part: Buffer = nothing;
  /** Whether frames of the present message are still to come. */
  #inMessage = false;
  #knows = true;

  /** Whether a message begins with the next byte; false too if that cannot be known any more. */
  get isBetween(): boolean {
    return this.#knows && this.#leftBytes === 0 && this.#part.length === 0 && !this.#inMessage;
  }

  /** What came, in order and without a gap. */
  passed(came: Buffer): void {
    const bytes = this.#part.length > 0 ? Buffer.concat([this.#part, came]) : came;
    this.#part = nothing;
    let at = Math.min(this.#leftBytes, bytes.length);
    this.#leftBytes -= at;
    while (this.#knows && at < bytes.length) {
      const outcome = readHead(bytes, at);
      if (outcome === 'part') {
        this.#part = Buffer.from(bytes.subarray(at));
        return;
      }
      this.#knows = outcome === 'read' && this.#follows();
      at = Math.min(head.end, bytes.length);
      this.#leftBytes = head.end - at;
    }
  }

  /** Whether the frame may come here: control frames may anywhere, and messages do not mix (§5.4). */
  #follows(): boolean {
    const { opcode, isLast } = head;
    if (opcode > binary) return true;
    if ((opcode === continuation) !== this.#inMessage) return false;
    this.#inMessage = !isLast;
    return true;
  }
}

/**
 * The text of a frame that begins at `at`, is whole and a whole message, unmasked where it lies; undefined if it is
 * anything else. Masking it again makes it what it was.
 */
export function wholeText(
  bytes: Buffer,
  at: number,
  unmask: (payload: Buffer, mask: Buffer) => void,
): { payload: Buffer; mask: Buffer; end: number } | undefined {
  if (readHead(bytes, at) !== 'read' || !head.isLast || head.opcode !== text || head.end > bytes.length)
    return undefined;
  const { maskAt, payloadAt, end } = head;
  const mask = bytes.subarray(maskAt, payloadAt);
  const payload = bytes.subarray(payloadAt, end);
  unmask(payload, mask);
  return { payload, mask, end };
}
