import { ExpressAdapter } from '@nestjs/platform-express';
import { originsOf } from '@parley/admission';
import type { GatewayConfig } from '../config';

const preflightSeconds = 600;

/** Express for the REST controllers, with CORS: browsers post offers directly and read `Location`. */
export function httpAdapter(config: GatewayConfig): ExpressAdapter {
  const adapter = new ExpressAdapter();
  const origins = originsOf(config);
  adapter.disable('x-powered-by');
  adapter.disable('etag');
  adapter.set('query parser', 'simple');
  adapter.enableCors({
    origin: (origin: string | undefined, allow: (error: null, allowed: boolean) => void) =>
      allow(null, origins.permits(origin)),
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: ['Location', 'Retry-After'],
    maxAge: preflightSeconds,
  });
  return adapter;
}
