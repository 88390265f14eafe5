import { formatBytes, modelNamed, modelSizeBytes, verifyModel } from '@parley/models';
import type { FileState, Manifest } from '@parley/models';

/** A model and its state in the cache, as `--json` prints it. */
export interface DescribedModel {
  readonly name: string;
  readonly kind: string;
  readonly description: string;
  readonly license: { readonly name: string; readonly url: string; readonly class: string };
  readonly sets: readonly string[];
  readonly sizeBytes: number;
  /** The worst of its files. */
  readonly state: FileState['state'];
  readonly files: readonly {
    readonly key: string;
    readonly path: string;
    readonly sha256: string;
    readonly state: FileState['state'];
    readonly detail?: string;
  }[];
}

/** @param full hash every file, however unchanged it looks. @throws ModelError `unknown_model` */
export async function describeModels(
  manifest: Manifest,
  names: readonly string[],
  full: boolean,
): Promise<DescribedModel[]> {
  const described: DescribedModel[] = [];
  for (const name of names) {
    const { kind, description, license, sets } = modelNamed(manifest, name);
    const states = Object.entries(await verifyModel(name, { manifest, full }));
    const files = states.map(([key, { path, pin, state, detail }]) => ({
      key,
      path,
      sha256: pin.sha256,
      state,
      ...(detail !== undefined && { detail }),
    }));
    const state = files.find((file) => file.state !== 'ok')?.state ?? 'ok';
    const sizeBytes = modelSizeBytes(modelNamed(manifest, name));
    described.push({ name, kind, description, license, sets, sizeBytes, state, files });
  }
  return described;
}

export function modelsTable(models: readonly DescribedModel[]): string[] {
  const rows = [
    ['MODEL', 'KIND', 'SIZE', 'LICENCE', 'SETS', 'HERE'],
    ...models.map(({ name, kind, sizeBytes, license, sets, state }) => [
      name,
      kind,
      formatBytes(sizeBytes),
      license.name,
      sets.join(','),
      state === 'ok' ? 'yes' : state === 'missing' ? 'no' : state,
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  '));
  return lines.map((line, i) => `${line}  ${i === 0 ? '' : models[i - 1]!.description}`.trimEnd());
}

/** One line per file, naming what is wrong and what to do. */
export function verifyLine({ name, files }: DescribedModel): string[] {
  return files.map(({ path, state, detail }) =>
    state === 'ok'
      ? `ok         ${name}  ${path}`
      : `${state.padEnd(9)}  ${name}  ${path} ${detail ?? ''}. Run: npm run models -- pull ${name}`,
  );
}
