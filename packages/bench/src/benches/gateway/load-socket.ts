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

/** Reads a server's frames without keeping them: hands on each payload as a view. */
export class FrameReader {
  #pending: Buffer = Buffer.alloc(0);

  constructor(private readonly onPayload: (opcode: number, payload: Buffer) => void) {}

  push(chunk: Buffer): void {
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    for (;;) {
      const bytes = this.#pending;
      if (bytes.length < 2) return;
      const short = bytes[1]! & 0x7f;
      const headBytes = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (bytes.length < headBytes) return;
      const length =
        short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
      if (bytes.length < headBytes + length) return;
      this.onPayload(bytes[0]! & 0x0f, bytes.subarray(headBytes, headBytes + length));
      this.#pending = bytes.subarray(headBytes + length);
    }
  }
}

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
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
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
    socket.on('data', (chunk) => {
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
    });
    socket.on('error', reject);
    socket.on('close', () => {
      reject(new Error('closed before session.created'));
      onClose();
    });
  });
}
