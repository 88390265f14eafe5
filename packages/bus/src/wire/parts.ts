import { BusError } from '../errors';

/** Largest part of a payload in one frame: half of what a message system takes by default (NATS: 1 MiB). */
export const maxPartBytes = 512 * 1024;

/** Largest payload of one message: an utterance of minutes, or a few pictures. */
export const maxPayloadBytes = 12 * 1024 * 1024;

/** Views of a payload, each small enough for one frame. Throws BusError `invalid_message`. */
export function partsOf(payload: Uint8Array): readonly Uint8Array[] {
  if (payload.length <= maxPartBytes) return [payload];
  if (payload.length > maxPayloadBytes) {
    throw new BusError('invalid_message', `a payload may have ${maxPayloadBytes} bytes`, false);
  }
  const parts: Uint8Array[] = [];
  for (let at = 0; at < payload.length; at += maxPartBytes)
    parts.push(payload.subarray(at, at + maxPartBytes));
  return parts;
}

/** Puts a payload together again from the parts of frames in order. */
export class Assembly {
  #parts: Uint8Array[] = [];
  #bytes = 0;

  /** Returns the whole payload with its last part, until then undefined. Throws when it grows too large. */
  add(part: Uint8Array, more: boolean): Uint8Array | undefined {
    if (!more && this.#parts.length === 0) return part;
    this.#bytes += part.length;
    if (this.#bytes > maxPayloadBytes) {
      throw new BusError('invalid_message', `a payload may have ${maxPayloadBytes} bytes`, false);
    }
    this.#parts.push(part);
    if (more) return undefined;
    const whole = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#bytes = 0;
    return whole;
  }
}
