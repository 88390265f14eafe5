import type { InboundFrame, StreamClose, StreamHandlers } from '../stream';

type HeldEvent = { readonly shared: boolean; readonly tell: (handlers: StreamHandlers) => void };

/** Told of what the application's own code throws. */
export interface Faults {
  failed(error: unknown): void;
}

/** Shared frames that wait for a worker to make up its mind; beyond, the oldest go. */
const maxHeldShared = 256;

/**
 * Hands events to the application, in order: holds them until the handlers are known, keeps a handler's
 * error from the bus, and lets nothing follow the close.
 */
export class Delivery {
  #handlers: StreamHandlers | undefined;
  #held: HeldEvent[] | undefined;
  #heldShared = 0;
  #closed = false;

  constructor(private readonly faults: Faults) {}

  start(handlers: StreamHandlers): void {
    if (this.#handlers !== undefined) return;
    const held = this.#held ?? [];
    this.#held = undefined;
    this.#handlers = handlers;
    for (const event of held) this.#run(event.tell, handlers);
  }

  frame(frame: InboundFrame): void {
    if (this.#closed) return;
    if (this.#handlers === undefined) return this.#hold(frame.shared, (handlers) => handlers.onFrame(frame));
    try {
      this.#handlers.onFrame(frame);
    } catch (error) {
      this.faults.failed(error);
    }
  }

  tell(event: (handlers: StreamHandlers) => void): void {
    if (this.#closed) return;
    if (this.#handlers === undefined) this.#hold(false, event);
    else this.#run(event, this.#handlers);
  }

  /** `onClose` is called after the caller's own code has run to its end, so that it may close anywhere. */
  close(close: StreamClose): void {
    this.tell((handlers) => queueMicrotask(() => this.#run(() => handlers.onClose(close), handlers)));
    this.#closed = true;
  }

  #run(event: (handlers: StreamHandlers) => void, handlers: StreamHandlers): void {
    try {
      event(handlers);
    } catch (error) {
      this.faults.failed(error);
    }
  }

  #hold(shared: boolean, tell: HeldEvent['tell']): void {
    const held = (this.#held ??= []);
    held.push({ shared, tell });
    if (!shared) return;
    this.#heldShared += 1;
    if (this.#heldShared <= maxHeldShared) return;
    held.splice(
      held.findIndex((event) => event.shared),
      1,
    );
    this.#heldShared -= 1;
  }
}
