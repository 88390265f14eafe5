import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { requireSpace } from '../cache/disk-space';
import { filePath } from '../cache/layout';
import { CLOCK_STEP_MS, look, writeStamp } from '../cache/stamp';
import { ModelError, messageOf } from '../errors';
import { moveIntoPlace } from '../files/durable';
import { acceptedPins } from '../manifest/manifest';
import type { Model, ModelFile, NamedPin, Source } from '../manifest/schema';
import { transforms } from '../transforms/transforms';
import { describeSource } from './describe';
import { fetchParts, partPath } from './fetch-parts';
import type { Meter } from './meter';
import type { Workshop } from './workshop';

export interface FileJob {
  readonly shop: Workshop;
  readonly name: string;
  readonly model: Model;
  readonly file: ModelFile;
  readonly downloads: string;
  readonly meter: Meter;
  readonly signal: AbortSignal;
  /** Told of every source that failed. */
  readonly onFailure: (failure: string) => void;
}

/** Puts one file of a model into the cache, from the first source that can give it. @throws ModelError */
export async function obtainFile(job: FileJob): Promise<void> {
  const failures: { readonly text: string; readonly code: ModelError['code'] }[] = [];
  for (const { label, fetch } of waysTo(job)) {
    try {
      const { path, pin } = await fetch();
      await place(job, path, pin);
      return;
    } catch (error) {
      if (job.signal.aborted) throw new ModelError('cancelled', 'cancelled', { cause: error });
      const code = error instanceof ModelError ? error.code : 'unavailable';
      const text = `${label}: ${messageOf(error)}`;
      failures.push({ text, code });
      job.onFailure(text);
    }
  }
  const list = failures.map(({ text }, i) => `  ${i + 1}. ${text}`).join('\n');
  const full = failures.some(({ code }) => code === 'no_space');
  throw new ModelError(
    full ? 'no_space' : 'unavailable',
    `no source could give ${job.name}/${job.file.name}:\n${list}\n` +
      `To use your own copy, put it at <folder or address>/${job.name}/${job.file.name} ` +
      `(sha256 ${job.file.sha256}) and set PARLEY_MODELS_SOURCE to that folder or address.`,
  );
}

interface Obtained {
  readonly path: string;
  readonly pin: NamedPin;
}

interface Way {
  readonly label: string;
  readonly fetch: () => Promise<Obtained>;
}

function waysTo(job: FileJob): Way[] {
  const { operator } = job.shop;
  const own =
    operator === undefined
      ? []
      : acceptedPins(job.file).map((pin) => ({
          label: `operator's source ${operator.label}`,
          fetch: () => fromOperator(job, pin),
        }));
  const others = job.file.sources.map((source) => ({
    label: describeSource(source),
    fetch: () => fromSource(job, source),
  }));
  return [...own, ...others];
}

async function fromOperator(job: FileJob, pin: NamedPin): Promise<Obtained> {
  const { shop, name, downloads, meter, signal } = job;
  await requireSpace(downloads, pin.sizeBytes);
  meter.expect([pin]);
  const path = partPath(downloads, pin);
  await shop.limiter.run(async () => {
    await shop.operator?.fetch(name, pin, path, {
      signal,
      onBytes: (bytes) => meter.downloading(pin.sha256, [pin], bytes),
      stallMs: shop.stallMs,
      retryMs: shop.retryMs,
    });
  });
  return { path, pin };
}

async function fromSource(job: FileJob, source: Source): Promise<Obtained> {
  const { shop, model, downloads, meter, signal } = job;
  const pin = source.yields ?? job.file;
  const partsBytes = source.parts.reduce((sum, part) => sum + part.sizeBytes, 0);
  const packed = source.kind === 'hub' ? 0 : partsBytes;
  await requireSpace(downloads, partsBytes + Math.max(packed, source.transform ? pin.sizeBytes : 0));
  await fetchParts(shop, model, source, downloads, meter, signal);
  if (source.transform === undefined) return { path: partPath(downloads, source.parts[0]!), pin };
  const path = join(downloads, pin.name);
  meter.assembling(0, pin.sizeBytes);
  const inputs = source.parts.map((part) => ({ role: part.role, path: partPath(downloads, part) }));
  await transforms[source.transform](inputs, path, pin, {
    signal,
    onProgress: (done, total) => meter.assembling(done, total),
  });
  return { path, pin };
}

async function place({ shop, name }: FileJob, from: string, pin: NamedPin): Promise<void> {
  const path = filePath(shop.dir, name, pin.name);
  await mkdir(dirname(path), { recursive: true });
  await moveIntoPlace(from, path);
  // A stamp counts only if it is clearly later than the file: else the first use would hash once more.
  await delay(2 * CLOCK_STEP_MS);
  await writeStamp(shop.dir, name, pin, await look(path));
}
