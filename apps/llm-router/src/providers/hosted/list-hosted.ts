import { catalogue } from '../../catalogue/catalogue';
import type { ModelInfo } from '../provider';

/** The models that the catalogue knows of a provider, by their names there. */
export const listHosted = (provider: string): readonly ModelInfo[] =>
  catalogue()
    .of(provider)
    .map(({ id, contextTokens, tools, input }) => ({
      name: id.slice(provider.length + 1),
      contextTokens,
      tools,
      images: input.includes('image'),
    }));
