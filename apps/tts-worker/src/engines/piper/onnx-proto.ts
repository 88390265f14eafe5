/** Protobuf as ONNX files are written in it: just enough to take a graph apart and put parts of it together. */

export interface Field {
  readonly number: number;
  /** Where the field begins, key included, and where its content lies. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

export function* fieldsOf(bytes: Buffer, from: number, to: number): Generator<Field> {
  for (let at = from; at < to;) {
    const key = readVarint(bytes, at);
    const size = sizeOf(bytes, key.next, key.value & 7);
    yield { number: key.value >>> 3, at, start: size.start, end: size.end };
    at = size.end;
  }
}

function sizeOf(bytes: Buffer, at: number, wireType: number): { start: number; end: number } {
  switch (wireType) {
    case 0:
      return { start: at, end: readVarint(bytes, at).next };
    case 1:
      return { start: at, end: at + 8 };
    case 2: {
      const { value, next } = readVarint(bytes, at);
      return { start: next, end: next + value };
    }
    case 5:
      return { start: at, end: at + 4 };
    default:
      throw new Error('Not an ONNX file');
  }
}

function readVarint(bytes: Buffer, at: number): { value: number; next: number } {
  let value = 0;
  let scale = 1;
  for (let next = at; next < at + 10;) {
    const byte = bytes[next];
    if (byte === undefined) break;
    next += 1;
    value += (byte & 0x7f) * scale;
    scale *= 0x80;
    if (byte < 0x80) return { value, next };
  }
  throw new Error('Not an ONNX file');
}

export function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest & 0x7f) | 0x80);
  return Buffer.from([...bytes, rest]);
}

export const delimited = (number: number, content: Buffer): Buffer =>
  Buffer.concat([varint(number * 8 + 2), varint(content.length), content]);

/** ValueInfoProto of a float tensor of any shape. */
export const floatValue = (name: string): Buffer =>
  Buffer.concat([delimited(1, Buffer.from(name)), delimited(2, delimited(1, Buffer.from([0x08, 0x01])))]);
