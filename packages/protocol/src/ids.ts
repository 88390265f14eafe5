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

const digits = Buffer.from('0123456789abcdefghijklmnopqrstuvwxyz');
const radix = digits.length;
const countDigits = 6;

/**
 * Event ids of one connection: one random base and a counter, as they are needed for every audio frame. No connection
 * lives to send the two thousand million events that the counter has room for.
 */
export class EventIds {
  /** Where the counter is in an id. */
  static readonly countAt = 'event_'.length + 16;
  /** Of an id. */
  static readonly length = EventIds.countAt + countDigits;
  readonly base = newId('event').slice(0, EventIds.countAt);
  #count = 0;

  next(): string {
    return `${this.base}${(this.#count++).toString(radix).padStart(countDigits, '0')}`;
  }

  /** Writes the counter of the next id, where there is `base` before it. */
  writeCount(into: Uint8Array, at: number): void {
    let rest = this.#count++;
    for (let place = at + countDigits - 1; place >= at; place -= 1) {
      into[place] = digits[rest % radix]!;
      rest = Math.floor(rest / radix);
    }
  }
}
