import type { Logger } from '@parley/telemetry';
import { spentMessage, spentUse, type KeyMeter } from '@parley/metering';
import { requestError } from '@parley/protocol';
import type { WebSocket } from 'ws';
import type { KeyLimiter, Principal } from '@parley/admission';
import { statusOf } from '../../doors/inworld/status';
import { DoorSocket, type DoorSocketOptions } from './door-socket';
import type { SocketDoor } from './socket-door';

/** The sockets beside the realtime one, by their paths, and who is on them. */
export class SocketDoors {
  readonly #sockets = new Map<DoorSocket, KeyMeter>();

  constructor(
    private readonly doors: readonly SocketDoor[],
    private readonly limiter: KeyLimiter,
    private readonly options: Omit<DoorSocketOptions, 'idleMs'>,
    private readonly log: Logger,
  ) {}

  find(path: string): SocketDoor | undefined {
    return this.doors.find((door) => door.path === path);
  }

  get open(): number {
    return this.#sockets.size;
  }

  /** Returns how to send the client away. */
  enter(door: SocketDoor, ws: WebSocket, principal: Principal): (code: number, reason: string) => void {
    const { idleMs } = door;
    const allowance = this.limiter.allowanceOf(principal);
    const log = this.log.child({ keyId: principal.keyId });
    const socket = new DoorSocket(ws, allowance, { ...this.options, idleMs }, log);
    const meter = this.limiter.meterOf(principal);
    this.#sockets.set(socket, meter);
    ws.once('close', () => this.#sockets.delete(socket));
    socket.start(door.open(socket, meter));
    return (code, reason) => socket.close(code, reason);
  }

  beat(): void {
    for (const [socket, meter] of this.#sockets) {
      socket.beat();
      const spent = spentUse(meter.uses());
      if (spent !== undefined) void sendAway(socket, spentMessage(spent));
    }
  }

  close(code: number, reason: string): void {
    for (const socket of this.#sockets.keys()) socket.close(code, reason);
  }
}

async function sendAway(socket: DoorSocket, message: string): Promise<void> {
  await socket.sendError(statusOf(429, requestError('insufficient_quota', message)));
  socket.close(4000, 'insufficient_quota');
}
