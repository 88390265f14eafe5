import { startNats } from '../infra/nats';
import { startRedis } from '../infra/redis';
import { servers } from './servers';

/** One NATS and one Redis for the whole run; tests find them by environment variable. */
export default async function setup(): Promise<void> {
  const [nats, redis] = await Promise.all([startNats(), startRedis()]);
  servers.push(nats, redis);
  process.env['PARLEY_TEST_NATS_URL'] = nats.url;
  process.env['PARLEY_TEST_REDIS_URL'] = redis.url;
}
