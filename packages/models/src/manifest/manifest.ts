import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ModelError } from '../errors';
import {
  manifestSchema,
  type Manifest,
  type Model,
  type ModelFile,
  type ModelSet,
  type NamedPin,
} from './schema';

/** Checks a manifest. @throws ModelError `bad_manifest` */
export function parseManifest(json: unknown): Manifest {
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new ModelError('bad_manifest', `the model manifest is wrong:\n${z.prettifyError(parsed.error)}`);
}

let own: Manifest | undefined;

/** The manifest that ships with this package. */
export function defaultManifest(): Manifest {
  own ??= parseManifest(JSON.parse(readFileSync(join(__dirname, '..', '..', 'manifest.json'), 'utf8')));
  return own;
}

/** @throws ModelError `unknown_model`, naming the known ones */
export function modelNamed(manifest: Manifest, name: string): Model {
  if (Object.hasOwn(manifest.models, name)) return manifest.models[name]!;
  const known = Object.keys(manifest.models).join(', ');
  throw new ModelError('unknown_model', `no model is called "${name}"; known are: ${known}`);
}

export function modelsInSet(manifest: Manifest, set: ModelSet): string[] {
  return Object.entries(manifest.models).flatMap(([name, model]) => (model.sets.includes(set) ? [name] : []));
}

/** Every form of a file that counts as the file, the preferred one first. */
export function acceptedPins(file: ModelFile): readonly NamedPin[] {
  return [file, ...file.sources.flatMap(({ yields }) => yields ?? [])].map(({ name, sizeBytes, sha256 }) => ({
    name,
    sizeBytes,
    sha256,
  }));
}

export function modelSizeBytes(model: Model): number {
  return Object.values(model.files).reduce((sum, file) => sum + file.sizeBytes, 0);
}
