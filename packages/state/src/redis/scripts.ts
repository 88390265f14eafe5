import { script } from './script';

/**
 * Every script takes the keys of one session: KEYS[1] the record (hash), KEYS[2] its log (list), KEYS[3] its lease
 * (string with expiry), which share one hash slot. ARGV[1] leaseMs, ARGV[2] retainMs, ARGV[3] owner, ARGV[4] fence.
 */
const keepAlive = `
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  redis.call('PEXPIRE', KEYS[2], ARGV[2])`;

const takeLease = `redis.call('SET', KEYS[3], ARGV[3], 'PX', ARGV[1])`;

const checkFence = `
  local fence = redis.call('HGET', KEYS[1], 'fence')
  if not fence then return {'not_found'} end
  if fence ~= ARGV[4] then return {'fenced'} end`;

/** ARGV[5] keyId, [6] createdAtMs, [7] config. */
export const create = script(`
  if redis.call('EXISTS', KEYS[1]) == 1 then return {'exists'} end
  redis.call('HSET', KEYS[1], 'keyId', ARGV[5], 'createdAtMs', ARGV[6], 'config', ARGV[7], 'fence', 1, 'seq', 0)
  redis.call('DEL', KEYS[2])
  ${takeLease}
  ${keepAlive}
  return {'ok'}`);

/** Returns the new fence and the last sequence number. */
export const claim = script(`
  if redis.call('EXISTS', KEYS[1]) == 0 then return {'not_found'} end
  local holder = redis.call('GET', KEYS[3])
  if holder and holder ~= ARGV[3] then return {'owned'} end
  local fence = redis.call('HINCRBY', KEYS[1], 'fence', 1)
  ${takeLease}
  ${keepAlive}
  return {'ok', tostring(fence), redis.call('HGET', KEYS[1], 'seq')}`);

/** ARGV[5] number of the first operation, then kind and payload of each. */
export const write = script(`
  ${checkFence}
  local seq = tonumber(redis.call('HGET', KEYS[1], 'seq'))
  local opSeq = tonumber(ARGV[5])
  if opSeq > seq + 1 then return {'behind'} end
  for i = 6, #ARGV, 2 do
    if opSeq > seq then
      if ARGV[i] == 'log' then redis.call('RPUSH', KEYS[2], ARGV[i + 1])
      else redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
      seq = opSeq
    end
    opSeq = opSeq + 1
  end
  redis.call('HSET', KEYS[1], 'seq', seq)
  ${keepAlive}
  return {'ok'}`);

/** ARGV[5] seq, [6] keyId, [7] createdAtMs, [8] config, [9] snapshot or '', then the log. */
export const rebuild = script(`
  local fence = redis.call('HGET', KEYS[1], 'fence')
  if fence and tonumber(fence) > tonumber(ARGV[4]) then return {'fenced'} end
  local createdAtMs = redis.call('HGET', KEYS[1], 'createdAtMs') or ARGV[7]
  redis.call('DEL', KEYS[1], KEYS[2])
  redis.call('HSET', KEYS[1], 'keyId', ARGV[6], 'createdAtMs', createdAtMs, 'config', ARGV[8],
    'fence', ARGV[4], 'seq', ARGV[5])
  if ARGV[9] ~= '' then redis.call('HSET', KEYS[1], 'snapshot', ARGV[9]) end
  for i = 10, #ARGV do redis.call('RPUSH', KEYS[2], ARGV[i]) end
  ${takeLease}
  ${keepAlive}
  return {'ok'}`);

/** ARGV[5] the last write known to be stored. */
export const renew = script(`
  ${checkFence}
  ${takeLease}
  ${keepAlive}
  if tonumber(redis.call('HGET', KEYS[1], 'seq')) < tonumber(ARGV[5]) then return {'behind'} end
  return {'ok'}`);

export const release = script(`
  ${checkFence}
  redis.call('DEL', KEYS[3])
  return {'ok'}`);

export const remove = script(`
  local fence = redis.call('HGET', KEYS[1], 'fence')
  if fence and fence ~= ARGV[4] then return {'fenced'} end
  redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])
  return {'ok'}`);

/** Record and log of one moment. */
export const load = script(`
  return {redis.call('HGETALL', KEYS[1]), redis.call('LRANGE', KEYS[2], 0, -1)}`);
