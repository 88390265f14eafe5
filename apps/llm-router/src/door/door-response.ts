import type { AttemptFacts } from '../answering/facts';

/** What the door asks of a reply: of Node's HTTP, or of the bus. */
export interface DoorResponse {
  readonly headersSent: boolean;
  /** Nobody waits for it any more, or it is whole. */
  readonly closed: boolean;
  readonly writableFinished: boolean;
  setHeader(name: string, value: string): unknown;
  writeHead(status: number, headers: Readonly<Record<string, string | number>>): unknown;
  /** False: wait for `drain`. */
  write(text: string): boolean;
  end(text?: string): unknown;
  /** What was sent is not whole and never will be. */
  destroy(): unknown;
  /** Where what an answer used is a part of its reply: told before the end, once. */
  used?(attempts: readonly AttemptFacts[]): void;
  once(event: 'drain' | 'close', listener: () => void): unknown;
}
