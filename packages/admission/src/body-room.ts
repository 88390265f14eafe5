import { Tally, gauge, type Registry } from '@parley/telemetry';
import { BodyError } from './read-body';

/** What one request holds of a room. */
export interface BodyLease {
  /** @throws BodyError 503 where there is no room for so much more; then it holds nothing. */
  take(bytes: number): void;
  /** Gives back what it holds; more than once does no harm. */
  end(): void;
}

/** How much the bodies of chat completions may be that one process holds, from their first byte to the end of the answer. */
export class BodyRoom {
  readonly #refused: Tally;
  #heldBytes = 0;

  constructor(
    private readonly limitBytes: number,
    registry: Registry,
  ) {
    const held = gauge(registry, {
      name: 'parley_chat_body_bytes',
      help: 'Bytes of the bodies of chat completions that are held now.',
    });
    Object.assign(held, { collect: () => held.set(this.#heldBytes) });
    this.#refused = new Tally(registry, {
      name: 'parley_chat_bodies_refused_total',
      help: 'Chat completions that there was no room for.',
    });
  }

  get heldBytes(): number {
    return this.#heldBytes;
  }

  lease(): BodyLease {
    let ownBytes = 0;
    const end = (): void => {
      this.#heldBytes -= ownBytes;
      ownBytes = 0;
    };
    const take = (bytes: number): void => {
      if (this.#heldBytes + bytes > this.limitBytes) {
        end();
        this.#refused.add(1);
        throw new BodyError(503, 'The server holds as much of other requests as it can. Try again.');
      }
      ownBytes += bytes;
      this.#heldBytes += bytes;
    };
    return { take, end };
  }
}
