import type { BigIntStats } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { NamedPin } from '../manifest/schema';
import { stampPath } from './layout';

const stampSchema = z.object({
  sha256: z.string(),
  size: z.string(),
  mtimeNs: z.string(),
  ctimeNs: z.string(),
});
type Stamp = z.output<typeof stampSchema>;

/** The change time moves with every write, even where a copy restores the modification time. */
function stampOf(pin: NamedPin, stats: BigIntStats): Stamp {
  return {
    sha256: pin.sha256,
    size: String(stats.size),
    mtimeNs: String(stats.mtimeNs),
    ctimeNs: String(stats.ctimeNs),
  };
}

/** Whether a file that now looks like `stats` was hashed when it looked the same, and was then as pinned. */
export async function hasStamp(
  dir: string,
  model: string,
  pin: NamedPin,
  stats: BigIntStats,
): Promise<boolean> {
  const text = await readFile(stampPath(dir, model, pin.name), 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  const stamp = stampSchema.safeParse(parse(text));
  const wanted = stampOf(pin, stats);
  return (
    stamp.success &&
    stamp.data.sha256 === wanted.sha256 &&
    stamp.data.size === wanted.size &&
    stamp.data.mtimeNs === wanted.mtimeNs &&
    stamp.data.ctimeNs === wanted.ctimeNs
  );
}

/** Only saves hashing again: a cache that cannot be written (a read-only volume) is still usable. */
export async function writeStamp(
  dir: string,
  model: string,
  pin: NamedPin,
  stats: BigIntStats,
): Promise<void> {
  const path = stampPath(dir, model, pin.name);
  const temporary = `${path}.${process.pid}`;
  try {
    await writeFile(temporary, JSON.stringify(stampOf(pin, stats)));
    await rename(temporary, path);
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
