import { Tally, gauge, type Registry } from '@parley/telemetry';
import { BodyError, maxChatBodyBytes } from './read-body';

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
  readonly #shareBytes: number;
  readonly #heldByKey = new Map<string, number>();
  #heldBytes = 0;

  constructor(
    private readonly limitBytes: number,
    registry: Registry,
  ) {
    this.#shareBytes = Math.max(limitBytes / 2, maxChatBodyBytes);
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

  /** @param keyId whose bodies have half of the room together, so that nobody shuts all others out; undefined: whoever asks sees to it */
  lease(keyId?: string): BodyLease {
    let ownBytes = 0;
    const end = (): void => {
      this.#hold(keyId, -ownBytes);
      ownBytes = 0;
    };
    const take = (bytes: number): void => {
      if (!this.#fits(keyId, bytes)) {
        end();
        this.#refused.add(1);
        throw new BodyError(503, 'The server holds as much of other requests as it can. Try again.');
      }
      ownBytes += bytes;
      this.#hold(keyId, bytes);
    };
    return { take, end };
  }

  #fits(keyId: string | undefined, bytes: number): boolean {
    const ofKey = keyId === undefined ? 0 : (this.#heldByKey.get(keyId) ?? 0);
    return this.#heldBytes + bytes <= this.limitBytes && ofKey + bytes <= this.#shareBytes;
  }

  #hold(keyId: string | undefined, bytes: number): void {
    this.#heldBytes += bytes;
    if (keyId === undefined || bytes === 0) return;
    const ofKey = (this.#heldByKey.get(keyId) ?? 0) + bytes;
    if (ofKey === 0) this.#heldByKey.delete(keyId);
    else this.#heldByKey.set(keyId, ofKey);
  }
}
