import { EngineError } from '@parley/engines-kit';
import { findAlias, type Aliases } from './aliases';

/** "provider/model" in its two parts; the model's name may have slashes of its own. */
export interface ModelId {
  readonly provider: string;
  readonly model: string;
}

export interface ModelNames {
  readonly defaultModel: string;
  readonly aliases: Aliases;
  /** Ids of the providers that are configured. */
  readonly providers: readonly string[];
}

export const formatModelId = ({ provider, model }: ModelId): string => `${provider}/${model}`;

/** Undefined when the text has no provider. */
export function splitModelId(text: string): ModelId | undefined {
  const slash = text.indexOf('/');
  if (slash < 1 || slash === text.length - 1) return undefined;
  return { provider: text.slice(0, slash), model: text.slice(slash + 1) };
}

/**
 * Which model a name means: empty = the default; an alias; "provider/model"; any other name goes to OpenAI
 * where that is configured. Throws an EngineError of class caller_fault that says what could be had, or what is wrong with the name.
 */
export function resolveModelName(name: string, names: ModelNames): ModelId {
  if (/\p{Cc}/u.test(name)) {
    throw new EngineError('caller_fault', 'unknown_model', 'the name of a model holds no control characters');
  }
  const target = findAlias(names.aliases, name) ?? name;
  const wanted = target === '' || target === 'default' ? names.defaultModel : target;
  const id = splitModelId(wanted) ?? bareName(wanted, names);
  if (names.providers.includes(id.provider)) return id;
  throw new EngineError(
    'caller_fault',
    'provider_not_configured',
    `the provider "${id.provider}" of the model "${wanted}" is not configured here; ${whatThereIs(names)}`,
  );
}

function bareName(name: string, names: ModelNames): ModelId {
  if (names.providers.includes('openai')) return { provider: 'openai', model: name };
  throw new EngineError(
    'caller_fault',
    'unknown_model',
    `the model "${name}" is not known: name it as provider/model; ${whatThereIs(names)}`,
  );
}

const whatThereIs = ({ providers, defaultModel }: ModelNames): string =>
  `configured: ${providers.join(', ')}; the default model is ${defaultModel}`;
