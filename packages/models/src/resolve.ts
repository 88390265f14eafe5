import { existsSync } from 'node:fs';
import { inspectFile, type FileState, type InspectOptions } from './cache/inspect';
import { bundledDir, filePath, modelsEnvironment } from './cache/layout';
import { ModelError } from './errors';
import { acceptedPins, defaultManifest, modelNamed } from './manifest/manifest';
import type { Manifest } from './manifest/schema';

export interface ResolveOptions {
  readonly manifest?: Manifest;
  /** The cache; by default as the environment says. */
  readonly dir?: string;
}

/** The state of each file of a model in the cache, by file key. @throws ModelError `unknown_model` */
export async function verifyModel(
  name: string,
  options: ResolveOptions & InspectOptions = {},
): Promise<Record<string, FileState>> {
  const model = modelNamed(options.manifest ?? defaultManifest(), name);
  const dir = options.dir ?? modelsEnvironment().dir;
  const states: Record<string, FileState> = {};
  for (const [key, file] of Object.entries(model.files)) {
    states[key] = await inspectFile(dir, name, file, options);
  }
  return states;
}

/** Whether the cache has all files of a model, by their names alone: nothing is read. @throws ModelError `unknown_model` */
export function isInCache(name: string, options: ResolveOptions = {}): boolean {
  const model = modelNamed(options.manifest ?? defaultManifest(), name);
  const dir = options.dir ?? modelsEnvironment().dir;
  return Object.values(model.files).every((file) =>
    file.bundled
      ? existsSync(filePath(bundledDir, name, file.name))
      : acceptedPins(file).some((pin) => existsSync(filePath(dir, name, pin.name))),
  );
}

/**
 * Verified absolute paths of a model's files, by file key. Cheap once a file has been hashed and not changed
 * since; never downloads.
 * @throws ModelError `missing`, `truncated`, `tampered` or `unknown_model`, saying what to run
 */
export async function resolveModel(
  name: string,
  options: ResolveOptions = {},
): Promise<Record<string, string>> {
  const states = Object.entries(await verifyModel(name, options));
  const bad = states.find(([, { state }]) => state !== 'ok');
  if (bad !== undefined) throw refusal(name, bad[1]);
  return Object.fromEntries(states.map(([key, { path }]) => [key, path]));
}

function refusal(name: string, { state, path, detail }: FileState): ModelError {
  const code = state === 'ok' ? 'missing' : state;
  const what = {
    missing: `model ${name} is not in the cache`,
    truncated: `model ${name} is cut short`,
    tampered: `model ${name} is not the file it should be`,
  }[code];
  return new ModelError(code, `${what}: ${path} ${detail ?? ''}. Run: npm run models -- pull ${name}`);
}
