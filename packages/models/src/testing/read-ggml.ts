import { MEL_BINS } from '@parley/audio';

export interface GgmlTensor {
  /** Innermost first, as stored. */
  readonly dims: readonly number[];
  readonly type: number;
  readonly data: Buffer;
}

export interface GgmlWhisper {
  readonly header: readonly number[];
  readonly tokens: readonly string[];
  readonly tensors: ReadonlyMap<string, GgmlTensor>;
}

const BYTES_PER_32: Readonly<Record<number, number>> = { 0: 128, 1: 64, 8: 34 };

/** Reads back a whisper.cpp model file; written independently of the converter. */
export function readGgml(file: Buffer): GgmlWhisper {
  let at = 0;
  const int = () => {
    at += 4;
    return file.readInt32LE(at - 4);
  };
  const take = (length: number) => {
    at += length;
    return file.subarray(at - length, at);
  };
  const header = Array.from({ length: 14 }, int);
  take(80 * MEL_BINS * 4);
  const tokens = Array.from({ length: int() }, () => take(int()).toString());
  const tensors = new Map<string, GgmlTensor>();
  while (at < file.length) {
    const [rank, nameLength, type] = [int(), int(), int()];
    const dims = Array.from({ length: rank }, int);
    const name = take(nameLength).toString();
    const elements = dims.reduce((product, dim) => product * dim, 1);
    tensors.set(name, { dims, type, data: take((elements * BYTES_PER_32[type]!) / 32) });
  }
  return { header, tokens, tensors };
}
