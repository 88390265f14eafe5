import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger, Registry } from '@parley/telemetry';
import type { Readiness } from './readiness';

/** /health/live, /health/ready and /metrics, for a server of their own or an app's. */
export class HealthRoutes {
  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: Registry,
    private readonly logger: Logger,
  ) {}

  /** Answers the request and returns true, or returns false when the path is not one of these. */
  readonly handle = (request: IncomingMessage, response: ServerResponse): boolean => {
    const path = (request.url ?? '').split('?', 1)[0];
    if (path === '/health/live') return reply(response, 200, { live: true });
    if (path === '/health/ready') {
      const report = this.readiness.report();
      return reply(response, report.ready ? 200 : 503, report);
    }
    if (path !== '/metrics') return false;
    void this.#scrape(response);
    return true;
  };

  async #scrape(response: ServerResponse): Promise<void> {
    try {
      const text = await this.metrics.metrics();
      response.writeHead(200, { 'content-type': this.metrics.contentType }).end(text);
    } catch (error) {
      this.logger.error({ err: error }, 'the metrics could not be collected');
      reply(response, 500, { error: 'the metrics could not be collected' });
    }
  }
}

function reply(response: ServerResponse, status: number, body: object): true {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
  return true;
}

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Rejects when the address cannot be had. Port 0 = any free one. */
export async function startHealthServer(
  routes: HealthRoutes,
  host: string,
  port: number,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    if (!routes.handle(request, response)) reply(response, 404, { error: 'not found' });
  });
  server.requestTimeout = 5_000;
  server.headersTimeout = 5_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address: AddressInfo | string | null = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => closeServer(server),
  };
}

async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
