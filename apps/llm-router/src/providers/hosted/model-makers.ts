import type { Config } from '../../config';
import { catalogue } from '../../catalogue/catalogue';
import { anthropicFormat } from '../lean/anthropic/format';
import { googleFormat } from '../lean/google/format';
import { efforts } from '../effort';
import {
  anyTurns,
  chatWire,
  claudeTurns,
  ending,
  full,
  systemFirst,
  textOnly,
  urlOf,
  userLast,
  withEffort,
  withSettings,
  type HostedEntry,
} from './entry';

/** Providers of their own models. Packages are required where they are first used, so that an unused one costs nothing. */
export const modelMakers = (config: Config): HostedEntry[] => [
  {
    id: 'openai',
    keys: config.OPENAI_API_KEY,
    capabilities: withEffort(anyTurns, efforts.five),
    ...chatWire(config.OPENAI_BASE_URL, 'https://api.openai.com/v1', {
      maxTokens: 'max_completion_tokens',
      parallelToolCalls: true,
      promptCacheKey: 'body',
      strictTools: true,
    }),
    load: (apiKey) => {
      const { createOpenAI }: typeof import('@ai-sdk/openai') = require('@ai-sdk/openai');
      const provider = createOpenAI({ apiKey, ...urlOf(config.OPENAI_BASE_URL) });
      return (model) =>
        needsResponses(`openai/${model}`) ? provider.responses(model) : provider.chat(model);
    },
  },
  {
    id: 'anthropic',
    keys: config.ANTHROPIC_API_KEY,
    cacheMark: () => ({ anthropic: { cacheControl: { type: 'ephemeral' } } }),
    capabilities: withSettings(withEffort(ending(systemFirst, claudeTurns), efforts.three), ['topP', 'stop']),
    wire: { format: anthropicFormat, baseUrl: config.ANTHROPIC_BASE_URL ?? 'https://api.anthropic.com/v1' },
    load: (apiKey) => {
      const { createAnthropic }: typeof import('@ai-sdk/anthropic') = require('@ai-sdk/anthropic');
      return createAnthropic({ apiKey, ...urlOf(config.ANTHROPIC_BASE_URL) });
    },
  },
  {
    id: 'google',
    keys: config.GOOGLE_GENERATIVE_AI_API_KEY,
    capabilities: withEffort(userLast, efforts.three),
    wire: {
      format: googleFormat,
      baseUrl: config.GOOGLE_BASE_URL ?? 'https://generativelanguage.googleapis.com/v1beta',
    },
    load: (apiKey) => {
      const { createGoogleGenerativeAI }: typeof import('@ai-sdk/google') = require('@ai-sdk/google');
      return createGoogleGenerativeAI({ apiKey, ...urlOf(config.GOOGLE_BASE_URL) });
    },
  },
  {
    id: 'mistral',
    keys: config.MISTRAL_API_KEY,
    capabilities: {
      ...systemFirst,
      turns: { ...userLast.turns, answersOutputs: true },
      callIds: /^[a-zA-Z0-9]{9}$/,
    },
    load: (apiKey) => {
      const { createMistral }: typeof import('@ai-sdk/mistral') = require('@ai-sdk/mistral');
      return createMistral({ apiKey, ...urlOf(config.MISTRAL_BASE_URL) });
    },
  },
  {
    id: 'xai',
    keys: config.XAI_API_KEY,
    capabilities: withEffort(full, efforts.two),
    ...chatWire(config.XAI_BASE_URL, 'https://api.x.ai/v1', {
      parallelToolCalls: true,
      promptCacheKey: { header: 'x-grok-conv-id' },
    }),
    load: (apiKey) => {
      const { createXai }: typeof import('@ai-sdk/xai') = require('@ai-sdk/xai');
      const provider = createXai({ apiKey, ...urlOf(config.XAI_BASE_URL) });
      return (model) => (needsResponses(`xai/${model}`) ? provider.responses(model) : provider.chat(model));
    },
  },
  {
    id: 'deepseek',
    keys: config.DEEPSEEK_API_KEY,
    capabilities: withEffort(textOnly, efforts.deepseek),
    ...chatWire(config.DEEPSEEK_BASE_URL, 'https://api.deepseek.com'),
    load: (apiKey) => {
      const { createDeepSeek }: typeof import('@ai-sdk/deepseek') = require('@ai-sdk/deepseek');
      return createDeepSeek({ apiKey, ...urlOf(config.DEEPSEEK_BASE_URL) });
    },
  },
  {
    id: 'cohere',
    keys: config.COHERE_API_KEY,
    capabilities: systemFirst,
    load: (apiKey) => {
      const { createCohere }: typeof import('@ai-sdk/cohere') = require('@ai-sdk/cohere');
      return createCohere({ apiKey, ...urlOf(config.COHERE_BASE_URL) });
    },
  },
  {
    id: 'perplexity',
    keys: config.PERPLEXITY_API_KEY,
    capabilities: withSettings(
      { ...systemFirst, tools: false, turns: { ...userLast.turns, alternate: true } },
      ['topP', 'format'],
    ),
    load: (apiKey) => {
      const { createPerplexity }: typeof import('@ai-sdk/perplexity') = require('@ai-sdk/perplexity');
      return createPerplexity({ apiKey, ...urlOf(config.PERPLEXITY_BASE_URL) });
    },
  },
];

/** Some models are not served by chat completions at all. */
const needsResponses = (id: string): boolean => catalogue().get(id)?.api === 'responses';
