import type { RedisConnection } from '../redis/connection';
import { script } from '../redis/script';

const claim = script(`return redis.call('SET', KEYS[1], '1', 'NX', 'PX', ARGV[1])`);

/** Numbers that may be used once. Rejects with StateError `unavailable` while Redis is away. */
export class NonceStore {
  constructor(private readonly connection: RedisConnection) {}

  /** Whether it is the first time within `forMs`. */
  async claim(nonce: string, forMs: number): Promise<boolean> {
    return (await this.connection.run(claim, [`parley:nonce:${nonce}`], [forMs])) !== null;
  }
}
