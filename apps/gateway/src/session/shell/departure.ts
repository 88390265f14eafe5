import { requestError, type ProtocolError } from '@parley/protocol';
import type { ClientConnection } from '../ports';
import type { Outbox } from './output/outbox';

export interface DepartureOptions {
  readonly connection: Pick<ClientConnection, 'send' | 'close'>;
  readonly outbox: Pick<Outbox, 'held'>;
  readonly maxDurationMs: number;
  /** What the client was sent and has not played yet. */
  readonly unplayedMs: () => number;
  /** The session is over. */
  readonly end: () => void;
}

/** What the client was sent is heard to its end, if that is not too long. */
const maxLeaveMs = 60_000;
const storeWaitMs = 50;
const maxStoreWaits = 40;

/** How a session ends that the server ends: at its longest duration, or once nothing more may be spent. */
export class Departure {
  readonly #expiry: NodeJS.Timeout;
  #leaving: NodeJS.Timeout | undefined;
  #storeWaits = 0;
  #over = false;

  constructor(private readonly options: DepartureOptions) {
    this.#expiry = setTimeout(() => this.#expire(), options.maxDurationMs);
  }

  /** What was said to the end is heard. */
  leave(message: string): void {
    if (this.#over) return;
    clearTimeout(this.#leaving);
    const waitMs = Math.min(Math.max(0, this.options.unplayedMs()), maxLeaveMs);
    this.#leaving = setTimeout(() => this.#left(message), waitMs);
  }

  close(): void {
    this.#over = true;
    clearTimeout(this.#expiry);
    clearTimeout(this.#leaving);
  }

  #left(message: string): void {
    // Items wait for the store no longer than it has; nothing is sent after the close.
    if (this.options.outbox.held > 0 && this.#storeWaits++ < maxStoreWaits) {
      this.#leaving = setTimeout(() => this.#left(message), storeWaitMs);
      return;
    }
    const error = requestError('insufficient_quota', message);
    this.#depart(error, 4000, `${error.type}.insufficient_quota`);
  }

  #expire(): void {
    const message = `Your session hit the maximum duration of ${inWords(this.options.maxDurationMs)}.`;
    this.#depart(requestError('session_expired', message), 1001, message);
  }

  /** Not behind what is held back: nothing is sent after the close. */
  #depart(error: ProtocolError, code: number, reason: string): void {
    const { connection, end } = this.options;
    connection.send({ type: 'error', error });
    connection.close(code, reason);
    end();
  }
}

const inWords = (ms: number): string =>
  ms < 120_000 ? `${Math.round(ms / 1000)} seconds` : `${Math.round(ms / 60_000)} minutes`;
