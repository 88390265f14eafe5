import { greet } from './ports';
import { startServer, type TestServer } from './server';

/** A NATS server of its own, on a free port of the loopback address. */
export const startNats = (extraArgs: readonly string[] = []): Promise<TestServer> =>
  startServer({
    program: 'nats-server',
    image: 'nats:2.10-alpine',
    containerPort: 4222,
    args: (port) => ['--addr', '127.0.0.1', '--port', String(port), ...extraArgs],
    url: (port) => `nats://127.0.0.1:${port}`,
    alive: async (port) => (await greet(port, ''))?.startsWith('INFO ') ?? false,
  });
