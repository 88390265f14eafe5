import { createServer, type RequestListener, type Server } from 'node:http';
import { endUnread, unreadLimitMs } from '@parley/service';

/** Slow or oversized requests end early. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
  noDelay: true,
};

export class DoorServer {
  readonly #server: Server;

  constructor(handle: RequestListener) {
    this.#server = createServer(limits, (request, response) => {
      endUnread(response, unreadLimitMs);
      handle(request, response);
    });
  }

  /** Resolves with the port once it listens; rejects when the address cannot be had. */
  async listen(host: string, port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  }

  /** Takes no more; resolves when what is under way is over, or was cut after `graceMs`. */
  async close(graceMs: number): Promise<void> {
    const cut = setTimeout(() => this.#server.closeAllConnections(), graceMs);
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeIdleConnections();
    });
    clearTimeout(cut);
  }
}
