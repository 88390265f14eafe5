import type { BigIntStats } from 'node:fs';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { NamedPin } from '../manifest/schema';
import { stampPath } from './layout';

const stampSchema = z.object({
  sha256: z.string(),
  size: z.string(),
  mtimeNs: z.string(),
  ctimeNs: z.string(),
  inode: z.string(),
  seenAtMs: z.number(),
});
type Stamp = z.output<typeof stampSchema>;

/** File times move in steps of some milliseconds: a change in the same step as the one before shows in none. */
export const CLOCK_STEP_MS = 50;

/** How a file looked, and when. */
export interface Sighting {
  readonly stats: BigIntStats;
  readonly seenAtMs: number;
}

export async function look(path: string): Promise<Sighting> {
  const seenAtMs = Date.now();
  return { stats: await stat(path, { bigint: true }), seenAtMs };
}

/** The change time moves with every write, even where a copy restores the modification time. */
function stampOf(pin: NamedPin, { stats, seenAtMs }: Sighting): Stamp {
  return {
    sha256: pin.sha256,
    size: String(stats.size),
    mtimeNs: String(stats.mtimeNs),
    ctimeNs: String(stats.ctimeNs),
    inode: String(stats.ino),
    seenAtMs,
  };
}

/** Whether a file was hashed when it looked as it does now, and was then as pinned. */
export async function hasStamp(dir: string, model: string, pin: NamedPin, now: Sighting): Promise<boolean> {
  const text = await readFile(stampPath(dir, model, pin.name), 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  const stamp = stampSchema.safeParse(parse(text));
  if (!stamp.success) return false;
  const { seenAtMs } = stamp.data;
  const settled = BigInt(seenAtMs - CLOCK_STEP_MS) * 1_000_000n >= now.stats.ctimeNs;
  return settled && isDeepStrictEqual(stamp.data, stampOf(pin, { ...now, seenAtMs }));
}

/** Only saves hashing again: a cache that cannot be written (a read-only volume) is still usable. */
export async function writeStamp(dir: string, model: string, pin: NamedPin, seen: Sighting): Promise<void> {
  const path = stampPath(dir, model, pin.name);
  const temporary = `${path}.${process.pid}`;
  try {
    await writeFile(temporary, JSON.stringify(stampOf(pin, seen)));
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
