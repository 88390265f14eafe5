import type { v1 } from '@parley/contracts';
import { catalogue } from '../catalogue/catalogue';
import type { ModelEntry } from '../catalogue/entry';
import type { ProviderRegistry } from '../providers/registry';

type Info = v1.ModelInfo.$Properties;

/**
 * The models of the configured providers.
 * @param all with the catalogue's models of the providers that are not
 */
export function listModels(registry: ProviderRegistry, all: boolean): Info[] {
  const available = registry.models().map(({ provider, name, contextTokens, tools, images }): Info => {
    const id = `${provider}/${name}`;
    const entry = catalogue().get(id);
    if (entry !== undefined) return fromEntry(entry, true);
    const inputModalities = images ? ['text', 'image'] : ['text'];
    return {
      id,
      provider,
      contextTokens,
      tools,
      images,
      available: true,
      inputModalities,
      outputModalities: ['text'],
    };
  });
  if (!all) return available;
  const configured = new Set(registry.providers);
  const others = catalogue()
    .all()
    .filter(({ id }) => !configured.has(providerOf(id)));
  return [...available, ...others.map((entry) => fromEntry(entry, false))];
}

const providerOf = (id: string): string => id.slice(0, id.indexOf('/'));

const fromEntry = (entry: ModelEntry, available: boolean): Info => ({
  id: entry.id,
  provider: providerOf(entry.id),
  contextTokens: entry.contextTokens,
  maxOutputTokens: entry.maxOutputTokens,
  tools: entry.tools,
  images: entry.input.includes('image'),
  inputModalities: entry.input,
  outputModalities: entry.output,
  reasoning: entry.reasoning,
  price: entry.price,
  retiresOn: entry.retiresOn ?? '',
  available,
});
