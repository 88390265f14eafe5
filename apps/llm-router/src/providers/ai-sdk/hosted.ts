import type { Config } from '../../config';
import type { Capabilities, ModelInfo } from '../provider';
import { AiSdkProvider, type AiSdkProviderOptions } from './provider';

const full: Capabilities = { tools: true, images: true, systemAnywhere: true, guidance: 'full' };
const textOnly: Capabilities = { ...full, images: false };
const systemFirst: Capabilities = { ...full, systemAnywhere: false };

type Entry = Omit<AiSdkProviderOptions, 'models'> & {
  readonly key: string | undefined;
  /** A few well-known names; any other goes to the provider as it is. */
  readonly known: readonly string[];
};

/** The hosted providers that the environment configures. Their packages are loaded at the first use. */
export function hostedProviders(config: Config): AiSdkProvider[] {
  return entries(config)
    .filter((entry) => entry.key !== undefined)
    .map(({ id, capabilities, load, known }) => {
      const models = known.map((name): ModelInfo => ({ name, contextTokens: 0, ...pick(capabilities) }));
      return new AiSdkProvider({ id, capabilities, load, models });
    });
}

const pick = ({ tools, images }: Capabilities) => ({ tools, images });

const urlOf = (baseURL: string | undefined) => (baseURL === undefined ? {} : { baseURL });

const entries = (config: Config): Entry[] => [
  {
    id: 'openai',
    key: config.OPENAI_API_KEY,
    capabilities: full,
    known: ['gpt-4.1', 'gpt-4.1-mini', 'gpt-4o', 'gpt-4o-mini'],
    load: async () => {
      const { createOpenAI }: typeof import('@ai-sdk/openai') = require('@ai-sdk/openai');
      const provider = createOpenAI({ apiKey: config.OPENAI_API_KEY!, ...urlOf(config.OPENAI_BASE_URL) });
      return (model) => provider.chat(model);
    },
  },
  {
    id: 'anthropic',
    key: config.ANTHROPIC_API_KEY,
    capabilities: systemFirst,
    known: ['claude-haiku-4-5', 'claude-sonnet-4-6'],
    load: async () => {
      const { createAnthropic }: typeof import('@ai-sdk/anthropic') = require('@ai-sdk/anthropic');
      return createAnthropic({ apiKey: config.ANTHROPIC_API_KEY!, ...urlOf(config.ANTHROPIC_BASE_URL) });
    },
  },
  {
    id: 'google',
    key: config.GOOGLE_GENERATIVE_AI_API_KEY,
    capabilities: systemFirst,
    known: ['gemini-2.5-flash', 'gemini-2.5-flash-lite'],
    load: async () => {
      const { createGoogleGenerativeAI }: typeof import('@ai-sdk/google') = require('@ai-sdk/google');
      return createGoogleGenerativeAI({
        apiKey: config.GOOGLE_GENERATIVE_AI_API_KEY!,
        ...urlOf(config.GOOGLE_BASE_URL),
      });
    },
  },
  {
    id: 'groq',
    key: config.GROQ_API_KEY,
    capabilities: textOnly,
    known: ['openai/gpt-oss-120b', 'openai/gpt-oss-20b', 'llama-3.3-70b-versatile'],
    load: async () => {
      const { createGroq }: typeof import('@ai-sdk/groq') = require('@ai-sdk/groq');
      return createGroq({ apiKey: config.GROQ_API_KEY!, ...urlOf(config.GROQ_BASE_URL) });
    },
  },
  {
    id: 'mistral',
    key: config.MISTRAL_API_KEY,
    capabilities: full,
    known: ['mistral-small-latest', 'mistral-large-latest'],
    load: async () => {
      const { createMistral }: typeof import('@ai-sdk/mistral') = require('@ai-sdk/mistral');
      return createMistral({ apiKey: config.MISTRAL_API_KEY!, ...urlOf(config.MISTRAL_BASE_URL) });
    },
  },
  {
    id: 'xai',
    key: config.XAI_API_KEY,
    capabilities: full,
    known: ['grok-4-fast-non-reasoning', 'grok-3-mini'],
    load: async () => {
      const { createXai }: typeof import('@ai-sdk/xai') = require('@ai-sdk/xai');
      const provider = createXai({ apiKey: config.XAI_API_KEY!, ...urlOf(config.XAI_BASE_URL) });
      return (model) => provider.chat(model);
    },
  },
  compatible('custom', config.PARLEY_LLM_BASE_URL, config.PARLEY_LLM_API_KEY),
  compatible('ollama', ollamaUrl(config.OLLAMA_BASE_URL), undefined),
];

/** Any server with the OpenAI chat-completions wire format. */
function compatible(id: string, baseURL: string | undefined, apiKey: string | undefined): Entry {
  return {
    id,
    key: baseURL,
    capabilities: full,
    known: [],
    load: async () => {
      const {
        createOpenAICompatible,
      }: typeof import('@ai-sdk/openai-compatible') = require('@ai-sdk/openai-compatible');
      return createOpenAICompatible({
        name: id,
        baseURL: baseURL!,
        includeUsage: true,
        ...(apiKey === undefined ? {} : { apiKey }),
      });
    },
  };
}

/** Ollama's compatible door is under /v1; its own address is what people have in their environment. */
export function ollamaUrl(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const trimmed = url.replace(/\/+$/, '').replace(/\/api$/, '');
  return trimmed.endsWith('/v1') ? trimmed : `${trimmed}/v1`;
}
