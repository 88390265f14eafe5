import { script } from '../redis/script';

/** KEYS[1]: the sessions of one API key, a sorted set of lease ids by when they end. Redis's clock is the one that counts. */
const now = `
  local time = redis.call('TIME')
  local nowMs = time[1] * 1000 + math.floor(time[2] / 1000)`;

/** ARGV: lease id, limit (0 = none), leaseMs. Returns {1, held} or {0, held, ms until a lease may end}. */
export const acquire = script(`${now}
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', nowMs)
  local held = redis.call('ZCARD', KEYS[1])
  local limit = tonumber(ARGV[2])
  if limit > 0 and held >= limit then
    local first = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
    return {0, held, tonumber(first[2]) - nowMs}
  end
  redis.call('ZADD', KEYS[1], nowMs + ARGV[3], ARGV[1])
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
  return {1, held + 1, 0}`);

/** ARGV: leaseMs, then lease ids. What Redis has lost comes back. */
export const renew = script(`${now}
  for i = 2, #ARGV do redis.call('ZADD', KEYS[1], nowMs + ARGV[1], ARGV[i]) end
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
  return 1`);

/** ARGV: lease id. */
export const release = script(`return redis.call('ZREM', KEYS[1], ARGV[1])`);
