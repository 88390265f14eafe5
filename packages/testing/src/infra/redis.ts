import { greet } from './ports';
import { startServer, type TestServer } from './server';

/** A Redis server of its own that keeps nothing on disk. */
export const startRedis = (): Promise<TestServer> =>
  startServer({
    program: 'redis-server',
    image: 'redis:7-alpine',
    containerPort: 6379,
    args: (port) => ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'],
    url: (port) => `redis://127.0.0.1:${port}`,
    alive: async (port) => (await greet(port, 'PING\r\n'))?.startsWith('+PONG') ?? false,
  });
