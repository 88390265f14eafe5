import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes sure that the bytes of a file, or the entries of a folder, are on disk. */
export async function flushToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Moves a finished file into place so that a crash leaves the old state or the new one. */
export async function moveIntoPlace(from: string, to: string): Promise<void> {
  await flushToDisk(from);
  await rename(from, to);
  // Folders cannot be opened everywhere (Windows); the rename itself is atomic there too.
  await flushToDisk(dirname(to)).catch(() => undefined);
}
