import {
  createServer as createHttpServer,
  type RequestListener,
  type Server,
  type ServerOptions,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { endUnread, unreadLimitMs } from '@parley/service';
import type { Tls } from './tls';

export type Route = (...args: Parameters<RequestListener>) => boolean;

/** Slow or oversized requests end early; an upgraded socket is no longer bound by these. */
const limits: ServerOptions = {
  headersTimeout: 10_000,
  /** For all of a request to come in: a recording may be large. */
  requestTimeout: 120_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
};

/** One HTTP(S) server over `routes`, tried in order before `rest`. */
export function createServer(routes: readonly Route[], rest: RequestListener, tls?: Tls): Server {
  const listener: RequestListener = (request, response) => {
    endUnread(response, unreadLimitMs);
    if (!routes.some((route) => route(request, response))) rest(request, response);
  };
  if (!tls) return createHttpServer(limits, listener);
  return createHttpsServer({ ...limits, ...tls }, listener);
}

/** Resolves with the port once it listens. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
