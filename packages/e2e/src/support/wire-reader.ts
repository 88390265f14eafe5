import type { Writable } from 'node:stream';
import * as ws from 'ws';

/** Of the library, though its types do not say so. */
const { Receiver } = ws as unknown as {
  Receiver: new (options: { isServer: boolean; maxPayload: number }) => Writable;
};

export interface WireEvent {
  /** Of all that were made, from 0. */
  readonly connection: number;
  readonly from: 'client' | 'server';
  readonly body: Readonly<Record<string, unknown>>;
}

const headEnd = Buffer.from('\r\n\r\n');

/** Finds the events in the bytes of one WebSocket connection, which it leaves alone. */
export class WireReader {
  readonly fromClient: (bytes: Buffer) => void;
  readonly fromServer: (bytes: Buffer) => void;

  constructor(onEvent: (event: WireEvent) => void, connection = 0) {
    this.fromClient = half(true, (body) => onEvent({ connection, from: 'client', body }));
    this.fromServer = half(false, (body) => onEvent({ connection, from: 'server', body }));
  }
}

/** One direction: an HTTP head, then frames. */
function half(isServer: boolean, onBody: (body: Record<string, unknown>) => void): (bytes: Buffer) => void {
  let head: Buffer | undefined = Buffer.alloc(0);
  const receiver = new Receiver({ isServer, maxPayload: 64 * 2 ** 20 });
  receiver.on('message', (data: Buffer, binary: boolean) => {
    const body: unknown = binary ? undefined : parsed(data.toString());
    if (typeof body === 'object' && body !== null) onBody(body as Record<string, unknown>);
  });
  // Plain HTTP, or no frames at all: nothing to read.
  receiver.on('error', () => undefined);
  return (bytes) => {
    if (head === undefined) {
      receiver.write(bytes);
      return;
    }
    head = Buffer.concat([head, bytes]);
    const end = head.indexOf(headEnd);
    if (end < 0) return;
    const rest = head.subarray(end + headEnd.length);
    head = undefined;
    if (rest.length > 0) receiver.write(rest);
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
