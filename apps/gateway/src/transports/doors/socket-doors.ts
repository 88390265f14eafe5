import type { Logger } from '@parley/telemetry';
import type { WebSocket } from 'ws';
import type { KeyLimiter, Principal } from '@parley/admission';
import { DoorSocket, type DoorSocketOptions } from './door-socket';
import type { SocketDoor } from './socket-door';

/** The sockets beside the realtime one, by their paths, and who is on them. */
export class SocketDoors {
  readonly #sockets = new Set<DoorSocket>();

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
    this.#sockets.add(socket);
    ws.once('close', () => this.#sockets.delete(socket));
    socket.start(door.open(socket, this.limiter.meterOf(principal)));
    return (code, reason) => socket.close(code, reason);
  }

  beat(): void {
    for (const socket of this.#sockets) socket.beat();
  }

  close(code: number, reason: string): void {
    for (const socket of this.#sockets) socket.close(code, reason);
  }
}
