import type { Config } from '../../config';
import { efforts } from '../effort';
import { chatWire, ending, full, keyOf, openRouterTurns, withEffort, type HostedEntry } from './entry';

/** Servers with the OpenAI chat-completions wire format: vLLM, llama.cpp, LM Studio, Ollama, OpenRouter… */
export function compatibleServers(config: Config): HostedEntry[] {
  const named = namedServers(config);
  return [
    ...(config.OPENROUTER_API_KEY.length === 0
      ? []
      : [openRouter(config.OPENROUTER_BASE_URL ?? openRouterUrl, config.OPENROUTER_API_KEY)]),
    ...(config.PARLEY_LLM_BASE_URL === undefined
      ? []
      : [compatible('custom', config.PARLEY_LLM_BASE_URL, config.PARLEY_LLM_API_KEY)]),
    ...(config.OLLAMA_BASE_URL === undefined
      ? []
      : [compatible('ollama', ollamaUrl(config.OLLAMA_BASE_URL))]),
    ...named,
  ];
}

const openRouterUrl = 'https://openrouter.ai/api/v1';

/** It leaves Anthropic's models uncached unless it is told otherwise; the others' makers decide. */
const openRouter = (url: string, keys: readonly string[]): HostedEntry => ({
  ...compatible('openrouter', url, keys),
  capabilities: withEffort(ending(full, openRouterTurns), efforts.five),
  ...chatWire(url, url, { cacheControl: /^anthropic\// }),
});

function namedServers(config: Config): HostedEntry[] {
  const keys = pairs('PARLEY_LLM_ENDPOINT_KEYS', config.PARLEY_LLM_ENDPOINT_KEYS);
  return pairs('PARLEY_LLM_ENDPOINTS', config.PARLEY_LLM_ENDPOINTS).map(([name, url]) => {
    if (
      !/^[a-z0-9][a-z0-9-]*$/.test(name) ||
      !URL.canParse(url) ||
      !/^https?:$/.test(new URL(url).protocol)
    ) {
      throw new Error(`PARLEY_LLM_ENDPOINTS: "${name}" needs a name of a–z, 0–9, "-" and an http address`);
    }
    return compatible(
      name,
      url,
      keys.filter(([of]) => of === name).map(([, key]) => key),
    );
  });
}

function pairs(variable: string, entries: readonly string[]): [string, string][] {
  return entries.map((entry) => {
    const split = entry.indexOf('=');
    if (split < 1) throw new Error(`${variable}: an entry is not of the form name=value`);
    return [entry.slice(0, split).trim(), entry.slice(split + 1).trim()];
  });
}

function compatible(id: string, baseURL: string, keys: readonly string[] = []): HostedEntry {
  return {
    id,
    keys: keys.length === 0 ? [''] : keys,
    optionsName: 'openaiCompatible',
    capabilities: { ...withEffort(full, efforts.five), ignoresNone: true },
    ...chatWire(baseURL, baseURL),
    load: (apiKey) => {
      const {
        createOpenAICompatible,
      }: typeof import('@ai-sdk/openai-compatible') = require('@ai-sdk/openai-compatible');
      return createOpenAICompatible({ name: id, baseURL, includeUsage: true, ...keyOf(apiKey) });
    },
  };
}

/** Ollama's compatible door is under /v1; its own address is what people have in their environment. */
export function ollamaUrl(url: string): string {
  const trimmed = url.replace(/\/+$/, '').replace(/\/api$/, '');
  return trimmed.endsWith('/v1') ? trimmed : `${trimmed}/v1`;
}
