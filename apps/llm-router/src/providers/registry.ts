import { EngineError } from '@parley/engines-kit';
import { catalogue } from '../catalogue/catalogue';
import type { ModelEntry } from '../catalogue/entry';
import type { Config } from '../config';
import { findAlias, parseAliases } from '../models/aliases';
import { formatModelId, resolveModelName, type ModelId, type ModelNames } from '../models/model-id';
import type { ChatProvider, ModelInfo } from './provider';

export interface ResolvedModel {
  readonly id: ModelId;
  /** "provider/model" */
  readonly name: string;
  readonly provider: ChatProvider;
  /** Undefined = the catalogue does not know the model; the provider may have it all the same. */
  readonly entry: ModelEntry | undefined;
}

/** Names that were warned of: each once, and never without a bound. */
const maxWarned = 1_000;
const maxResolved = 5_000;

/** Every provider that is configured, and which of them a model's name means. */
export class ProviderRegistry {
  readonly #providers: ReadonlyMap<string, ChatProvider>;
  readonly #names: ModelNames;
  readonly #warned = new Set<string>();
  readonly #resolved = new Map<string, ResolvedModel>();

  /** Throws when the default model cannot be had: better at the start than at the first answer. */
  constructor(
    providers: readonly ChatProvider[],
    config: Pick<Config, 'PARLEY_LLM_MODEL' | 'PARLEY_MODEL_ALIASES'>,
    private readonly warn: (message: string) => void = () => undefined,
  ) {
    this.#providers = new Map(providers.map((provider) => [provider.id, provider]));
    this.#names = {
      defaultModel: config.PARLEY_LLM_MODEL,
      aliases: parseAliases(config.PARLEY_MODEL_ALIASES),
      providers: [...this.#providers.keys()],
    };
    this.resolve('');
  }

  get defaultModel(): string {
    return formatModelId(this.resolve('').id);
  }

  /** @throws EngineError caller_fault, saying what could be had */
  resolve(name: string): ResolvedModel {
    const known = this.#resolved.get(name);
    if (known !== undefined) return known;
    const resolved = this.#resolve(name);
    // Clients choose names, so there is a bound.
    if (this.#resolved.size < maxResolved) this.#resolved.set(name, resolved);
    return resolved;
  }

  /** The model that another name of the configuration, or of the Realtime API's clients, means. */
  aliasOf(name: string): string | undefined {
    if (findAlias(this.#names.aliases, name) === undefined) return undefined;
    try {
      return this.resolve(name).name;
    } catch (error) {
      if (!EngineError.isInstance(error)) throw error;
      return undefined;
    }
  }

  #resolve(name: string): ResolvedModel {
    const id = resolveModelName(name, this.#names);
    const provider = this.#providers.get(id.provider);
    if (provider === undefined) throw new EngineError('unknown', 'registry', `no provider ${id.provider}`);
    provider.accept?.(id.model);
    const resolved = { id, name: formatModelId(id), provider };
    const entry = catalogue().get(resolved.name);
    if (entry === undefined) this.#warnOf(provider, id);
    return { ...resolved, entry };
  }

  get providers(): readonly string[] {
    return this.#names.providers;
  }

  /** What the providers say they have, and the default model whether they do or not. */
  models(): readonly (ModelInfo & { readonly provider: string })[] {
    const said = [...this.#providers.values()].flatMap((provider) =>
      provider.models().map((model) => ({ ...model, provider: provider.id })),
    );
    const { id, provider } = this.resolve('');
    if (said.some((model) => model.provider === id.provider && model.name === id.model)) return said;
    const { tools, images } = provider.capabilities;
    return [{ name: id.model, provider: id.provider, contextTokens: 0, tools, images }, ...said];
  }

  #warnOf(provider: ChatProvider, { model }: ModelId): void {
    const name = `${provider.id}/${model}`;
    if (this.#warned.has(name) || this.#warned.size >= maxWarned) return;
    if (provider.models().some((known) => known.name === model)) return;
    this.#warned.add(name);
    this.warn(`the model ${name} is not in the catalogue: it is asked for as it is`);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#providers.values()].map(async (provider) => provider.stop?.()));
  }
}
