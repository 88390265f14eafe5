import { ModelError } from '../../errors';
import type { ByteSource } from '../../files/byte-source';

/** One stored variable of a CTranslate2 model: where its bytes lie, not the bytes. */
export interface Variable {
  readonly dims: readonly number[];
  readonly type: 'float32' | 'float16' | 'other';
  readonly offset: number;
  readonly sizeBytes: number;
}

export interface Ct2Index {
  readonly spec: string;
  readonly variables: ReadonlyMap<string, Variable>;
}

const NEWEST_VERSION = 6;
const MAX_VARIABLES = 10_000;
const ELEMENT_BYTES = { float32: 4, float16: 2 } as const;
/** A header (two strings and six numbers) fits well within this. */
const HEADER_BYTES = 4096;

/**
 * Reads the table of a CTranslate2 `model.bin`: u32 version, spec name, u32 revision, u32 count, then per
 * variable: name, u8 rank, u32 dims, u8 type, u32 byte length, data. Strings are u16 length and bytes,
 * zero-terminated. All little endian.
 * @throws ModelError `bad_source` or `truncated`
 */
export async function readCt2Index(source: ByteSource): Promise<Ct2Index> {
  let cursor = await cursorAt(source, 0);
  const version = cursor.uint32();
  if (version < 3 || version > NEWEST_VERSION) {
    throw new ModelError('bad_source', `not a CTranslate2 model of a known version (${version})`);
  }
  const spec = cursor.string();
  cursor.uint32();
  const count = cursor.uint32();
  if (count > MAX_VARIABLES) throw new ModelError('bad_source', `${count} variables in a CTranslate2 model`);
  const variables = new Map<string, Variable>();
  for (let i = 0; i < count; i++) {
    const name = cursor.string();
    const dims = Array.from({ length: cursor.uint8() }, () => cursor.uint32());
    const code = cursor.uint8();
    const type = code === 0 ? 'float32' : code === 4 ? 'float16' : 'other';
    const sizeBytes = cursor.uint32();
    const offset = cursor.position();
    const elements = dims.reduce((product, dim) => product * dim, 1);
    if (offset + sizeBytes > source.sizeBytes) throw new ModelError('truncated', `model ends within ${name}`);
    if (type !== 'other' && elements * ELEMENT_BYTES[type] !== sizeBytes) {
      throw new ModelError('bad_source', `${name} has ${sizeBytes} bytes for [${dims.join(', ')}]`);
    }
    variables.set(name, { dims, type, offset, sizeBytes });
    if (i + 1 < count) cursor = await cursorAt(source, offset + sizeBytes);
  }
  return { spec, variables };
}

interface Cursor {
  uint8(): number;
  uint16(): number;
  uint32(): number;
  string(): string;
  /** Absolute offset in the source. */
  position(): number;
}

async function cursorAt(source: ByteSource, start: number): Promise<Cursor> {
  const bytes = await source.read(start, Math.min(HEADER_BYTES, Math.max(0, source.sizeBytes - start)));
  let at = 0;
  const take = (length: number): Buffer => {
    if (at + length > bytes.length) throw new ModelError('truncated', 'CTranslate2 header is cut short');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const uint16 = () => take(2).readUInt16LE();
  return {
    uint8: () => take(1).readUInt8(),
    uint16,
    uint32: () => take(4).readUInt32LE(),
    string: () => take(uint16()).toString('latin1').replace(/\0$/, ''),
    position: () => start + at,
  };
}
