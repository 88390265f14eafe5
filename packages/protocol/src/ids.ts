import { randomBytes } from 'node:crypto';

export type IdPrefix = 'event' | 'sess' | 'conv' | 'item' | 'resp' | 'call' | 'rtc' | 'ek' | 'mcpr' | 'bc';

const idBytes = 16;
const poolIds = 256;
let pool: Buffer = Buffer.alloc(0);
let poolOffset = 0;

/** `<prefix>_` and 32 hex digits: 128 random bits, so that an id cannot be guessed. */
export function newId(prefix: IdPrefix): string {
  if (poolOffset + idBytes > pool.length) {
    pool = randomBytes(idBytes * poolIds);
    poolOffset = 0;
  }
  const id = pool.toString('hex', poolOffset, poolOffset + idBytes);
  poolOffset += idBytes;
  return `${prefix}_${id}`;
}

/** Event ids of one connection: one random base and a counter, as they are needed for every audio frame. */
export function eventIds(): () => string {
  const base = newId('event').slice(0, 'event_'.length + 16);
  let count = 0;
  return () => `${base}${(count++).toString(36).padStart(6, '0')}`;
}
