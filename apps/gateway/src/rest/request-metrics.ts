import type { IncomingMessage, ServerResponse } from 'node:http';
import { Inject, Injectable, type NestMiddleware } from '@nestjs/common';
import { METRICS } from '@parley/service';
import { histogram, type Registry } from '@parley/telemetry';
import type { NextFunction, Request, Response } from 'express';

const seconds = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** How long REST requests take, by endpoint and status. */
@Injectable()
export class RequestMetrics implements NestMiddleware {
  readonly #seconds;

  constructor(@Inject(METRICS) registry: Registry) {
    this.#seconds = histogram<'method' | 'route' | 'status'>(registry, {
      name: 'parley_rest_request_seconds',
      help: 'How long REST requests took, by endpoint and status.',
      labels: ['method', 'route', 'status'],
      buckets: seconds,
    });
  }

  use(request: Request, response: Response, next: NextFunction): void {
    this.watch(request, response, () => routeOf(request));
    next();
  }

  watch({ method = '' }: IncomingMessage, response: ServerResponse, route: () => string): void {
    const startMs = performance.now();
    response.once('close', () => {
      const labels = { method, route: route(), status: String(response.statusCode) };
      this.#seconds.observe(labels, (performance.now() - startMs) / 1000);
    });
  }
}

/** The path as it was declared: there are only so many. */
function routeOf(request: Request): string {
  const route: unknown = request.route;
  const path = typeof route === 'object' && route !== null && 'path' in route ? route.path : undefined;
  return typeof path === 'string' ? path : 'none';
}
