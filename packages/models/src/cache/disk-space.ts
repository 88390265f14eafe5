import { statfs } from 'node:fs/promises';
import { ModelError } from '../errors';
import { formatBytes } from '../progress/format';

/** Left free beyond what is needed, bytes. */
const RESERVE_BYTES = 64 * 1024 * 1024;

export type FreeBytes = (dir: string) => Promise<number>;

export async function freeBytes(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize;
}

/** @throws ModelError `no_space` */
export async function requireSpace(
  dir: string,
  neededBytes: number,
  free: FreeBytes = freeBytes,
): Promise<void> {
  const available = await free(dir);
  if (available >= neededBytes + RESERVE_BYTES) return;
  throw new ModelError(
    'no_space',
    `${dir} has ${formatBytes(available)} free and ${formatBytes(neededBytes + RESERVE_BYTES)} are needed: ` +
      'make room, or set PARLEY_MODELS_DIR to a folder on a larger disk',
  );
}
