import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { requireSpace } from '../cache/disk-space';
import { inspectFile } from '../cache/inspect';
import { downloadsDir, lockPath, modelsEnvironment } from '../cache/layout';
import { withLock } from '../cache/lock';
import { ModelError, messageOf } from '../errors';
import { defaultManifest, modelNamed } from '../manifest/manifest';
import type { Manifest, Model, ModelFile } from '../manifest/schema';
import { silentReporter, type PullReporter } from '../progress/reporter';
import { describeLicense } from './describe';
import { Limiter } from './limiter';
import { Meter } from './meter';
import { obtainFile } from './obtain-file';
import { openOperator, packageFetchers, type Fetchers, type Workshop } from './workshop';

export interface PullOptions {
  readonly manifest?: Manifest;
  /** The cache; by default as the environment says. */
  readonly dir?: string;
  /** Folder or URL prefix tried before all other sources; by default as the environment says. */
  readonly operatorSource?: string;
  /** Names of models whose non-permissive licence is accepted. */
  readonly acceptLicenses?: readonly string[];
  readonly reporter?: PullReporter;
  readonly signal?: AbortSignal;
  /** Downloads at a time. */
  readonly parallel?: number;
  /** How long to wait while another process pulls the same model, ms. */
  readonly lockWaitMs?: number;
  readonly env?: NodeJS.ProcessEnv;
  readonly fetchers?: Fetchers;
  readonly stallMs?: number;
  readonly retryMs?: number;
}

export interface PullResult {
  readonly name: string;
  readonly outcome: 'present' | 'pulled' | 'failed';
  /** Why, when it failed. */
  readonly error?: ModelError;
}

const PARALLEL_DOWNLOADS = 4;
const LOCK_WAIT_MS = 30 * 60_000;

/**
 * Puts models into the cache, whole and verified, side by side; one that fails does not stop the others.
 * @throws ModelError for names that are unknown, licences not accepted or too little disk, before anything
 * is fetched
 */
export async function pullModels(names: readonly string[], options: PullOptions = {}): Promise<PullResult[]> {
  const manifest = options.manifest ?? defaultManifest();
  const env = options.env ?? process.env;
  const environment = modelsEnvironment(env);
  const wanted = [...new Set(names)].map((name) => ({ name, model: modelNamed(manifest, name) }));
  for (const { name, model } of wanted) requireLicense(name, model, options.acceptLicenses ?? []);
  const shop: Workshop = {
    dir: options.dir ?? environment.dir,
    env,
    fetchers: options.fetchers ?? packageFetchers(env),
    operator: openOperator(options.operatorSource ?? environment.operatorSource),
    limiter: new Limiter(options.parallel ?? PARALLEL_DOWNLOADS),
    stallMs: options.stallMs,
    retryMs: options.retryMs,
  };
  await mkdir(shop.dir, { recursive: true });
  const absent = await Promise.all(wanted.map(({ name, model }) => absentFiles(shop.dir, name, model)));
  await requireSpace(
    shop.dir,
    absent.flat().reduce((sum, file) => sum + file.sizeBytes, 0),
  );
  return Promise.all(wanted.map(({ name, model }) => pullOne(shop, name, model, options)));
}

function requireLicense(name: string, model: Model, accepted: readonly string[]): void {
  if (model.license.class === 'permissive' || accepted.includes(name)) return;
  throw new ModelError(
    'license_not_accepted',
    `${name} comes under ${describeLicense(model)}. If you accept that, say so: --accept-license ${name}`,
  );
}

async function pullOne(
  shop: Workshop,
  name: string,
  model: Model,
  options: PullOptions,
): Promise<PullResult> {
  const reporter = options.reporter ?? silentReporter;
  try {
    reporter.started(name, model);
    const outcome = await ensureModel(shop, name, model, options, reporter);
    reporter.finished(name, outcome);
    return { name, outcome };
  } catch (cause) {
    const error = asModelError(cause, options.signal);
    reporter.finished(name, 'failed', error.message);
    return { name, outcome: 'failed', error };
  }
}

function asModelError(cause: unknown, signal: AbortSignal | undefined): ModelError {
  if (signal?.aborted)
    return new ModelError('cancelled', 'interrupted; pull again to go on from here', { cause });
  return cause instanceof ModelError ? cause : new ModelError('unavailable', messageOf(cause), { cause });
}

async function ensureModel(
  shop: Workshop,
  name: string,
  model: Model,
  options: PullOptions,
  reporter: PullReporter,
): Promise<'present' | 'pulled'> {
  if ((await absentFiles(shop.dir, name, model)).length === 0) return 'present';
  const meter = new Meter(name, reporter);
  const lock = {
    signal: options.signal,
    waitMs: options.lockWaitMs ?? LOCK_WAIT_MS,
    onWait: () => meter.report('waiting'),
  };
  return withLock(lockPath(shop.dir, name), lock, async (signal) => {
    const files = await absentFiles(shop.dir, name, model);
    if (files.length === 0) return 'present';
    const downloads = downloadsDir(shop.dir, name);
    await mkdir(downloads, { recursive: true });
    await clearAbandoned(downloads);
    for (const file of files) {
      const onFailure = (failure: string) => reporter.note(name, failure);
      await obtainFile({ shop, name, model, file, downloads, meter, signal, onFailure });
    }
    await rm(downloads, { recursive: true, force: true });
    return 'pulled';
  });
}

async function absentFiles(dir: string, name: string, model: Model): Promise<ModelFile[]> {
  const files: ModelFile[] = [];
  for (const file of Object.values(model.files)) {
    if ((await inspectFile(dir, name, file)).state !== 'ok') files.push(file);
  }
  return files;
}

/** Unfinished packages of a pull that died cannot be continued; whole parts and partial downloads can. */
async function clearAbandoned(downloads: string): Promise<void> {
  for (const entry of await readdir(downloads)) {
    if (entry.startsWith('package-')) await rm(join(downloads, entry), { recursive: true, force: true });
  }
}
