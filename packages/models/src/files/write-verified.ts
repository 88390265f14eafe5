import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { ModelError } from '../errors';
import type { Pin } from '../manifest/schema';
import { moveIntoPlace } from './durable';

export interface WriteOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with the number of bytes written so far. */
  readonly onBytes?: ((doneBytes: number) => void) | undefined;
}

/**
 * Writes chunks to `path`, which appears only if they are exactly what `pin` says.
 * @throws ModelError `truncated`, `tampered` or `cancelled`
 */
export async function writeVerified(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  pin: Pin,
  { signal, onBytes }: WriteOptions = {},
): Promise<void> {
  const temporary = `${path}.tmp`;
  try {
    await writeChecked(chunks, temporary, pin, signal, onBytes);
    await moveIntoPlace(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeChecked(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  pin: Pin,
  signal: AbortSignal | undefined,
  onBytes: WriteOptions['onBytes'],
): Promise<void> {
  const hash = createHash('sha256');
  const handle = await open(path, 'w');
  let written = 0;
  try {
    for await (const chunk of chunks) {
      if (signal?.aborted) throw new ModelError('cancelled', 'cancelled');
      written += chunk.byteLength;
      if (written > pin.sizeBytes)
        throw new ModelError('tampered', `longer than the pinned ${pin.sizeBytes} bytes`);
      hash.update(chunk);
      await handle.writeFile(chunk);
      onBytes?.(written);
    }
  } finally {
    await handle.close();
  }
  if (written < pin.sizeBytes) {
    throw new ModelError('truncated', `ends after ${written} of ${pin.sizeBytes} bytes`);
  }
  const sha256 = hash.digest('hex');
  if (sha256 !== pin.sha256) throw new ModelError('tampered', `sha256 is ${sha256}, pinned is ${pin.sha256}`);
}
