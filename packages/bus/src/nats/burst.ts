import type { NatsConnection } from 'nats';

/** What messages are written to: fresh memory for every few of them takes longer than to write them. */
const slabBytes = 64 * 1024;

const cr = 13;
const lf = 10;
const space = 32;
const zero = 48;
/** Beside subject, digits and payload: `PUB ␠␍␊␍␊`. */
const otherBytes = 9;

/** Messages as NATS takes them: `PUB <subject> <bytes>␍␊<payload>␍␊` (its client protocol), in one piece. */
export class Burst {
  #slab = Buffer.allocUnsafeSlow(slabBytes);
  #from = 0;
  #to = 0;
  #messages = 0;

  /** How many there are. */
  get messages(): number {
    return this.#messages;
  }

  /** Copies `data`. False: there is no room for it beside what is there. `subject`: ASCII. */
  add(subject: string, data: Uint8Array): boolean {
    const digits = digitsOf(data.length);
    const bytes = subject.length + digits + data.length + otherBytes;
    if (this.#to + bytes > this.#slab.length) {
      if (this.#messages > 0) return false;
      this.#slab = Buffer.allocUnsafeSlow(Math.max(slabBytes, bytes));
      this.#from = this.#to = 0;
    }
    const slab = this.#slab;
    let at = this.#to;
    slab[at] = 80;
    slab[at + 1] = 85;
    slab[at + 2] = 66;
    slab[at + 3] = space;
    at += 4;
    at += slab.write(subject, at, 'latin1');
    slab[at] = space;
    at += 1 + digits;
    for (let digit = at - 1, rest = data.length, left = digits; left > 0; left -= 1, digit -= 1) {
      slab[digit] = zero + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    at = writeLineEnd(slab, at);
    slab.set(data, at);
    this.#to = writeLineEnd(slab, at + data.length);
    this.#messages += 1;
    return true;
  }

  /** All that was added since. It stays what it is. */
  take(): Buffer {
    const taken = this.#slab.subarray(this.#from, this.#to);
    this.#from = this.#to;
    this.#messages = 0;
    return taken;
  }
}

function writeLineEnd(bytes: Buffer, at: number): number {
  bytes[at] = cr;
  bytes[at + 1] = lf;
  return at + 2;
}

function digitsOf(value: number): number {
  let digits = 1;
  for (let rest = value; rest > 9; rest = Math.floor(rest / 10)) digits += 1;
  return digits;
}

type WithProtocol = NatsConnection & {
  readonly protocol?: { sendCommand?(command: Uint8Array): void };
};

/**
 * Gives several messages to the client as one command. Its own `publish` makes three pieces of each, and copies all
 * pieces of a turn of the event loop into one: it takes half as long again. Undefined: it takes no commands.
 */
export function commander(nats: NatsConnection): ((bytes: Uint8Array) => void) | undefined {
  const { protocol }: WithProtocol = nats;
  if (typeof protocol?.sendCommand !== 'function') return undefined;
  return (bytes) => protocol.sendCommand?.(bytes);
}
