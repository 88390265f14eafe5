import type { Logger } from '@parley/telemetry';

/**
 * What providers open before the application stands: connections, threads, processes. Closed after the application, and
 * also where the service fails half-way through its start, of which Nest tells no provider.
 */
export class Resources {
  readonly #closes: (() => Promise<void>)[] = [];
  #closed = false;

  constructor(private readonly logger: Logger) {}

  /** To be called as soon as there is something to close. Throws, and closes it, when the service is ending already. */
  own<Resource>(resource: Resource, close: (resource: Resource) => Promise<void>): Resource {
    if (this.#closed) {
      void this.#close(() => close(resource));
      throw new Error('the service is ending');
    }
    this.#closes.push(() => close(resource));
    return resource;
  }

  /** All side by side. Never rejects. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#closes.splice(0).map((close) => this.#close(close)));
  }

  async #close(close: () => Promise<void>): Promise<void> {
    try {
      await close();
    } catch (error) {
      this.logger.error({ err: error }, 'a part of the service did not close');
    }
  }
}
