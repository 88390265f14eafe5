import { parseManifest } from '../manifest/manifest';
import type { Manifest } from '../manifest/schema';
import { pinOf } from './files';

export interface TestSource {
  readonly kind: string;
  readonly parts: readonly object[];
  readonly transform?: string;
  readonly yields?: object;
}

export interface TestModel {
  readonly bytes: Buffer;
  readonly sources: readonly TestSource[];
  readonly licenseClass?: string;
  readonly sets?: readonly string[];
  /** Further files by key. */
  readonly files?: Readonly<
    Record<string, { readonly bytes: Buffer; readonly sources: readonly TestSource[] }>
  >;
}

/** A manifest of models with one file `model` called `<name>.bin` each, and perhaps others `<name>.<key>`. */
export function manifestOf(models: Readonly<Record<string, TestModel>>): Manifest {
  const entries = Object.entries(models).map(([name, model]) => [
    name,
    {
      kind: 'llm',
      description: `test model ${name}`,
      license: {
        name: 'Test',
        url: 'https://example.com/license',
        class: model.licenseClass ?? 'permissive',
      },
      sets: model.sets ?? [],
      files: {
        model: { name: `${name}.bin`, ...pinOf(model.bytes), sources: model.sources },
        ...Object.fromEntries(
          Object.entries(model.files ?? {}).map(([key, file]) => [
            key,
            { name: `${name}.${key}`, ...pinOf(file.bytes), sources: file.sources },
          ]),
        ),
      },
    },
  ]);
  return parseManifest({ version: 1, models: Object.fromEntries(entries) });
}

export function hub(url: string, bytes: Buffer): TestSource {
  return { kind: 'hub', parts: [{ url, ...pinOf(bytes) }] };
}

/** A file in pieces, to be joined. */
export function joined(urls: readonly string[], pieces: readonly Buffer[]): TestSource {
  return {
    kind: 'hub',
    transform: 'join',
    parts: urls.map((url, i) => ({ url, ...pinOf(pieces[i]!) })),
  };
}
