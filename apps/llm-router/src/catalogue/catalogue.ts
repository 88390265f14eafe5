import { readFileSync } from 'node:fs';
import path from 'node:path';
import { entrySchema, sourceSchema, type CatalogueSource, type ModelEntry } from './entry';

/** One line for the source, then one for each model: a refresh shows as the lines that changed. */
export function formatCatalogue(source: CatalogueSource, entries: readonly ModelEntry[]): string {
  return [source, ...entries.toSorted(byId)].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Throws when a line does not fit the schema. */
export function parseCatalogue(text: string): Catalogue {
  const [first = '', ...rest] = text.split('\n').filter((line) => line !== '');
  return new Catalogue(
    sourceSchema.parse(JSON.parse(first)),
    rest.map((line) => entrySchema.parse(JSON.parse(line))),
  );
}

/** What is known of models beforehand. A model that is not in it can be had all the same. */
export class Catalogue {
  readonly #entries: ReadonlyMap<string, ModelEntry>;
  readonly #namesakes = new Map<string, ModelEntry[]>();

  constructor(
    readonly source: CatalogueSource,
    entries: readonly ModelEntry[],
  ) {
    this.#entries = new Map(entries.map((entry) => [entry.id, entry]));
    for (const entry of entries) {
      const name = bareName(entry.id);
      this.#namesakes.set(name, [...(this.#namesakes.get(name) ?? []), entry]);
    }
  }

  /** @param id "provider/model" */
  get(id: string): ModelEntry | undefined {
    return this.#entries.get(id);
  }

  all(): readonly ModelEntry[] {
    return [...this.#entries.values()];
  }

  of(provider: string): readonly ModelEntry[] {
    return this.all().filter(({ id }) => id.startsWith(`${provider}/`));
  }

  /** The models that providers call by this name, whatever stands before its last slash. */
  namesakes(name: string): readonly ModelEntry[] {
    return this.#namesakes.get(bareName(name)) ?? [];
  }
}

/** "llama-3.3-70b" of "together/meta-llama/Llama-3.3-70B" */
const bareName = (id: string): string => id.slice(id.lastIndexOf('/') + 1).toLowerCase();

const byId = (a: ModelEntry, b: ModelEntry): number => (a.id < b.id ? -1 : 1);

export const cataloguePath = path.join(__dirname, '../../catalogue.jsonl');

let loaded: Catalogue | undefined;

/** The data file of this release, read once. */
export const catalogue = (): Catalogue => (loaded ??= parseCatalogue(readFileSync(cataloguePath, 'utf8')));
