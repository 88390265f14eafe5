/**
 * What hand-written encoders need of protobuf's wire format. Numbers are whole, from 0 to 2^53, and as proto3 has it a
 * field that is 0 is not written.
 */
export function varintBytes(value: number): number {
  let count = 1;
  for (let rest = value; rest > 0x7f; rest = Math.floor(rest / 0x80)) count += 1;
  return count;
}

/** Of a field whose tag has one byte. */
export const varintFieldBytes = (value: number): number => (value === 0 ? 0 : 1 + varintBytes(value));

/** Returns the place after it, as the others do. */
export function writeVarint(bytes: Buffer, value: number, from: number): number {
  let at = from;
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes[at++] = (rest % 0x80) | 0x80;
  bytes[at] = rest;
  return at + 1;
}

/** One byte: a tag, or a value below 128. */
export function writeTag(bytes: Buffer, tag: number, at: number): number {
  bytes[at] = tag;
  return at + 1;
}

export const writeVarintField = (bytes: Buffer, tag: number, value: number, at: number): number =>
  value === 0 ? at : writeVarint(bytes, value, writeTag(bytes, tag, at));

/** Where a decoder written by hand is. */
export interface Cursor {
  at: number;
}

/** NaN beyond the end, and for more than 2^53. */
export function readVarint(bytes: Uint8Array, cursor: Cursor): number {
  let value = 0;
  for (let scale = 1; scale <= 2 ** 49; scale *= 0x80) {
    const byte = bytes[cursor.at++];
    if (byte === undefined) return Number.NaN;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
  }
  return Number.NaN;
}

/** A number that is 0 when its field does not begin here. */
export function readVarintField(bytes: Uint8Array, tag: number, cursor: Cursor): number {
  if (bytes[cursor.at] !== tag) return 0;
  cursor.at += 1;
  return readVarint(bytes, cursor);
}

/** Whether a field begins here that goes to the end; it is read up to its content. */
export function isLastField(bytes: Uint8Array, tag: number, cursor: Cursor): boolean {
  if (bytes[cursor.at] !== tag) return false;
  cursor.at += 1;
  const length = readVarint(bytes, cursor);
  return cursor.at + length === bytes.length;
}
