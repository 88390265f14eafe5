import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

type Stream = Pick<Duplex, 'cork' | 'uncork' | 'write' | 'writableLength'>;

export const opcode = { text: 1, binary: 2 } as const;
export type Opcode = (typeof opcode)[keyof typeof opcode];

const final = 0x80;

/** Of the header of a frame, which a server does not mask and we never send in parts (RFC 6455, 5.2). */
export const headBytes = (payloadBytes: number): number =>
  payloadBytes < 126 ? 2 : payloadBytes < 65_536 ? 4 : 10;

function writeHead(into: Buffer, at: number, code: Opcode, payloadBytes: number): void {
  into[at] = final | code;
  switch (headBytes(payloadBytes)) {
    case 2:
      into[at + 1] = payloadBytes;
      return;
    case 4:
      into[at + 1] = 126;
      into.writeUInt16BE(payloadBytes, at + 2);
      return;
    default:
      into[at + 1] = 127;
      into.writeUInt32BE(Math.floor(payloadBytes / 2 ** 32), at + 2);
      into.writeUInt32BE(payloadBytes % 2 ** 32, at + 6);
  }
}

const roomBytes = 256 * 1024;

/**
 * Memory for the frames of all clients: what is made in it leaves before anything else is done, and it is used again
 * once the system has taken that. Fresh memory for each piece of audio costs more than all the rest about it.
 */
export class FrameRoom {
  #memory: Buffer | undefined;
  #used = 0;
  #leaving: ServerFrames[] = [];

  /** Undefined: there is not so much left. */
  take(bytes: number): Buffer | undefined {
    if (this.#used + bytes > roomBytes) return undefined;
    this.#memory ??= Buffer.allocUnsafeSlow(roomBytes);
    this.#used += bytes;
    return this.#memory.subarray(this.#used - bytes, this.#used);
  }

  /** Has the frames leave once what is done now is done. */
  leave(frames: ServerFrames): void {
    this.#leaving.push(frames);
    if (this.#leaving.length === 1) process.nextTick(this.#go);
  }

  readonly #go = (): void => {
    const leaving = this.#leaving;
    this.#leaving = [];
    // What a socket could not take at once is read from here later.
    for (const frames of leaving) if (!frames.go()) this.#memory = undefined;
    this.#used = 0;
  };
}

const room = new FrameRoom();

/** What is written to one client. Everything that one thing brings about leaves in one write: the events of a turn come in bursts. */
export class ServerFrames {
  readonly #shares: boolean;
  #corked = false;
  #inRoom = false;

  /** @param stream the socket below the WebSocket, which writes to it as well */
  constructor(private readonly stream: Stream) {
    // Others, as those of TLS, keep what is written for longer.
    this.#shares = stream.constructor === Socket;
  }

  /** A frame to be sent at once; its payload is to be written to its end, where there are `payloadBytes` for it. */
  frame(code: Opcode, payloadBytes: number): Buffer {
    this.gather();
    const bytes = headBytes(payloadBytes) + payloadBytes;
    const frame = (this.#inRoom ? room.take(bytes) : undefined) ?? Buffer.allocUnsafe(bytes);
    writeHead(frame, 0, code, payloadBytes);
    return frame;
  }

  send(frame: Buffer): void {
    this.stream.write(frame);
  }

  /** Returns false when what was written is still to be read from where it is. */
  go(): boolean {
    this.#corked = false;
    this.stream.uncork();
    return !this.#inRoom || this.stream.writableLength === 0;
  }

  /** All that is written to the socket now leaves together. */
  gather(): void {
    if (this.#corked) return;
    this.#corked = true;
    // A client that reads slowly would keep the whole room for each of its frames.
    this.#inRoom = this.#shares && this.stream.writableLength === 0;
    this.stream.cork();
    room.leave(this);
  }
}
