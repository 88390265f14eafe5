import { freePort, startService, type ServiceProcess, type TestServer } from '@parley/testing';
import { pin } from '../../support/process';

/** What stands between callers and engines. */
export interface Middle {
  readonly pid: number;
  readonly port: number;
  stop(timeoutMs?: number): Promise<unknown>;
}

export interface Servers {
  readonly nats: TestServer;
  readonly redis: TestServer;
}

/** The gateway has one core, all the world around it the other. */
export const gatewayCore = 1;
export const worldCore = 0;

export async function startGateway(
  { nats, redis }: Servers,
  nodeArgs: readonly string[] = [],
): Promise<ServiceProcess> {
  const env = {
    NODE_ENV: 'production',
    NATS_URL: nats.url,
    REDIS_URL: redis.url,
    PARLEY_PORT: String(await freePort()),
    PARLEY_API_KEYS: 'bench',
    PARLEY_MAX_SESSIONS_PER_KEY: '0',
    PARLEY_MAX_REQUESTS_PER_SECOND_PER_KEY: '0',
    PARLEY_MAX_CONNECTIONS: '100000',
    PARLEY_DRAIN_MS: '0',
  };
  const gateway = await startService('gateway', env, { nodeArgs });
  pin(gateway.pid, gatewayCore);
  return gateway;
}
