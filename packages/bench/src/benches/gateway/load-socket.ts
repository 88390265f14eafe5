import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const mask = [0x37, 0xfa, 0x21, 0x3d] as const;

/** A client's text frame, masked with the same key every time, so that it is the same bytes (RFC 6455 §5.3). */
export function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const { length } = payload;
  const head = Buffer.alloc(length < 126 ? 6 : length < 65_536 ? 8 : 14);
  head[0] = 0x81;
  if (length < 126) head[1] = 0x80 | length;
  else if (length < 65_536) {
    head[1] = 0x80 | 126;
    head.writeUInt16BE(length, 2);
  } else {
    head[1] = 0x80 | 127;
    head.writeBigUInt64BE(BigInt(length), 2);
  }
  head.set(mask, head.length - mask.length);
  return Buffer.concat([head, payload.map((byte, at) => byte ^ (mask[at % mask.length] ?? 0))]);
}

const nothing = Buffer.alloc(0);

/** Reads a server's frames: hands on each payload as a view, which holds until the next chunk. */
export class FrameReader {
  /** Of a frame whose end has not come. */
  #begun: Buffer = nothing;

  constructor(private readonly onPayload: (opcode: number, payload: Buffer) => void) {}

  push(chunk: Buffer): void {
    let bytes = this.#begun.length === 0 ? chunk : Buffer.concat([this.#begun, chunk]);
    for (let end = frameEnd(bytes); end <= bytes.length; end = frameEnd(bytes)) {
      this.onPayload(bytes[0]! & 0x0f, bytes.subarray(headBytes(bytes), end));
      bytes = bytes.subarray(end);
    }
    this.#begun = bytes.length === 0 ? nothing : Buffer.from(bytes);
  }
}

function headBytes(frame: Buffer): number {
  const short = frame[1]! & 0x7f;
  return short < 126 ? 2 : short === 126 ? 4 : 10;
}

/** Where the frame at the beginning ends; infinite as long as that cannot be told. */
function frameEnd(bytes: Buffer): number {
  if (bytes.length < 2 || bytes.length < headBytes(bytes)) return Infinity;
  const head = headBytes(bytes);
  if (head === 2) return 2 + (bytes[1]! & 0x7f);
  return head + (head === 4 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2)));
}

/** Every socket is read into these bytes: to make some for each chunk would be most of the load's own work. */
const inbox = Buffer.allocUnsafeSlow(1 << 18);

export interface Opened {
  readonly socket: Socket;
  /** From the request to the first event, `session.created`. */
  readonly openMs: number;
}

/**
 * A WebSocket that costs the load generator next to nothing: `onEvent` sees each text payload as bytes. Rejects
 * with the status line when the server refuses.
 */
export function openSocket(
  port: number,
  path: string,
  onEvent: (payload: Buffer) => void,
  onClose: () => void,
): Promise<Opened> {
  return new Promise((resolve, reject) => {
    const startMs = performance.now();
    const arrived = (chunk: Buffer): void => {
      if (open) return reader.push(chunk);
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      if (!head.startsWith('HTTP/1.1 101')) {
        reject(new Error(head.slice(0, head.indexOf('\r\n'))));
        socket.destroy();
        return;
      }
      open = true;
      reader.push(Buffer.from(head.slice(end + 4), 'latin1'));
    };
    const onread = {
      buffer: inbox,
      callback: (bytes: number): boolean => {
        arrived(inbox.subarray(0, bytes));
        return true;
      },
    };
    const socket = connect({ port, host: '127.0.0.1', noDelay: true, onread });
    let open = false;
    let created = false;
    let head = '';
    const reader = new FrameReader((opcode, payload) => {
      if (opcode === 9) return void socket.write(Buffer.from([0x8a, 0x80, 0, 0, 0, 0]));
      if (opcode !== 1) return;
      if (!created) {
        created = true;
        resolve({ socket, openMs: performance.now() - startMs });
      }
      onEvent(payload);
    });
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n` +
        `Authorization: Bearer bench\r\n\r\n`,
    );
    socket.on('error', reject);
    socket.on('close', () => {
      reject(new Error('closed before session.created'));
      onClose();
    });
  });
}
