import type { ServerEventBody } from '@parley/protocol';
import type { ServerExtras } from '../../extras';
import type { AudioDeltaIds, ClientConnection, ExtensionEvent } from '../../ports';

type Outgoing =
  | { readonly kind: 'event'; readonly event: ServerEventBody; readonly extras: ServerExtras | undefined }
  | { readonly kind: 'audio'; readonly ids: AudioDeltaIds; readonly audio: Uint8Array }
  | { readonly kind: 'extension'; readonly event: ExtensionEvent }
  | { readonly kind: 'barrier'; settled: boolean; instead: Instead | undefined };

/** What is sent where the barrier stood. */
type Instead = (connection: ClientConnection) => void;

/**
 * What goes to the client, in the one order the engine gave it. An item that is to be stored holds back what
 * follows it until it is; nothing overtakes.
 */
export class Outbox {
  readonly #queue: Outgoing[] = [];

  constructor(
    private readonly connection: ClientConnection,
    private readonly extensions: boolean,
    private readonly backchannels = extensions,
  ) {}

  /** Messages held back. */
  get held(): number {
    return this.#queue.length;
  }

  send(event: ServerEventBody, extras?: ServerExtras): void {
    this.#put({ kind: 'event', event, extras });
  }

  sendExtension(event: ExtensionEvent): void {
    const told = event.type.startsWith('parley.backchannel.') ? this.backchannels : this.extensions;
    if (told) this.#put({ kind: 'extension', event });
  }

  /** `audio` may be a view: it is copied if it has to wait. */
  sendAudio(ids: AudioDeltaIds, audio: Uint8Array): void {
    if (this.#queue.length > 0) this.#queue.push({ kind: 'audio', ids, audio: audio.slice() });
    else this.connection.sendAudioDelta(ids, audio);
  }

  /** What is sent from now on waits until the function that is returned was called. */
  holdBack(): (instead?: Instead) => void {
    const barrier: Outgoing = { kind: 'barrier', settled: false, instead: undefined };
    this.#queue.push(barrier);
    return (instead) => {
      if (barrier.settled) return;
      barrier.settled = true;
      barrier.instead = instead;
      this.#flush();
    };
  }

  #put(outgoing: Outgoing): void {
    if (this.#queue.length > 0) this.#queue.push(outgoing);
    else this.#transmit(outgoing);
  }

  #flush(): void {
    for (;;) {
      const next = this.#queue[0];
      if (next === undefined || (next.kind === 'barrier' && !next.settled)) return;
      this.#queue.shift();
      this.#transmit(next);
    }
  }

  #transmit(outgoing: Outgoing): void {
    switch (outgoing.kind) {
      case 'event':
        return this.connection.send(outgoing.event, outgoing.extras);
      case 'audio':
        return this.connection.sendAudioDelta(outgoing.ids, outgoing.audio);
      case 'extension':
        return this.connection.sendExtension?.(outgoing.event);
      case 'barrier':
        return outgoing.instead?.(this.connection);
    }
  }
}
