import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { unmask } from 'bufferutil';
import { ClientFrames, wholeText } from './client-frames';

/** What is read of any client comes here, and is handled or copied before the next read. */
const shared = Buffer.allocUnsafeSlow(64 * 1024);

/** Node's own way to have a socket read into a buffer of ours (`onread`), which a server's sockets cannot be asked for. */
const own = (name: string): symbol | undefined =>
  Object.getOwnPropertySymbols(new Socket()).find(({ description }) => description === name);
const kBuffer = own('kBuffer');
const kBufferCb = own('kBufferCb');

type WithHandle = Duplex & {
  readonly _handle?: { useUserBuffer?(buffer: Uint8Array): void } | null;
};

/**
 * Hands text frames that come whole to `take`, which says whether it has dealt with them; what is in one is gone
 * afterwards. All else reaches the socket's readers as ever. By itself Node takes 64 kB of memory for each read, copies
 * out of it what came and gives it back, and ws looks at each frame seven times.
 */
export function readDirectly(socket: Duplex, take: (payload: Buffer) => boolean): boolean {
  // What is held already comes first, and would be overtaken.
  if (socket.readableLength > 0) return false;
  const { _handle: handle }: WithHandle = socket;
  if (socket.constructor !== Socket || !kBuffer || !kBufferCb || !handle?.useUserBuffer) return false;
  const frames = new ClientFrames();
  const onRead = (length: number): void => {
    const bytes = shared.subarray(0, length);
    let at = 0;
    while (at < length && frames.isBetween) {
      const whole = wholeText(bytes, at, unmask);
      if (!whole) break;
      if (!take(whole.payload)) {
        unmask(whole.payload, whole.mask);
        break;
      }
      at = whole.end;
    }
    if (at === length) return;
    const rest = Buffer.from(bytes.subarray(at));
    frames.passed(rest);
    socket.emit('data', rest);
  };
  Object.assign(socket, { [kBuffer]: shared, [kBufferCb]: onRead });
  handle.useUserBuffer(shared);
  return true;
}
