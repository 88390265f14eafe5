import { open, type FileHandle } from 'node:fs/promises';
import { ModelError } from '../errors';

/** Random access over bytes that may lie in several files. */
export interface ByteSource {
  readonly sizeBytes: number;
  /** Exactly `length` bytes. @throws ModelError `truncated` beyond the end. */
  read(offset: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

interface Part {
  readonly handle: FileHandle;
  readonly start: number;
  readonly end: number;
}

/** The files at `paths`, in order, as one. */
export async function openParts(paths: readonly string[]): Promise<ByteSource> {
  const parts: Part[] = [];
  let end = 0;
  for (const path of paths) {
    const handle = await open(path, 'r');
    const { size } = await handle.stat();
    parts.push({ handle, start: end, end: end + size });
    end += size;
  }
  return {
    sizeBytes: end,
    read: (offset, length) => readAcross(parts, offset, length),
    close: async () => {
      await Promise.all(parts.map(({ handle }) => handle.close()));
    },
  };
}

async function readAcross(parts: readonly Part[], offset: number, length: number): Promise<Buffer> {
  const out = Buffer.allocUnsafe(length);
  let filled = 0;
  for (const part of parts) {
    while (filled < length && offset + filled >= part.start && offset + filled < part.end) {
      const wanted = Math.min(length - filled, part.end - offset - filled);
      const { bytesRead } = await part.handle.read(out, filled, wanted, offset + filled - part.start);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
  }
  if (filled < length) throw new ModelError('truncated', `file ends before byte ${offset + length}`);
  return out;
}
