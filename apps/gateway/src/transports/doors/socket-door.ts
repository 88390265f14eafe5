import type { UsageMeter } from '../../session/ports';
import type { DoorSocket } from './door-socket';

/** What a socket talks to. */
export interface DoorSession {
  /** One message after another: the next is read when this is done. What it rejects with ends the socket. */
  receive(message: unknown): Promise<void>;
  /** The client is gone, or is to go. */
  closed(): void;
}

/** A socket beside the realtime one. */
export interface SocketDoor {
  readonly path: string;
  /** Nothing from the client for so long ends the socket. */
  readonly idleMs: number;
  open(socket: DoorSocket, usage: UsageMeter): DoorSession;
}
