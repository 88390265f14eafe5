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

/** Which of the messages it is, by the key that it holds; undefined when it holds none. */
export function kindOf<Kind extends string>(
  message: unknown,
  messages: Readonly<Record<Kind, unknown>>,
): Kind | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  return Object.keys(messages).find((kind): kind is Kind => kind in message);
}
