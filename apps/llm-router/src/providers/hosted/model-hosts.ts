import type { Config } from '../../config';
import { efforts } from '../effort';
import { chatWire, full, textOnly, urlOf, withEffort, type HostedEntry } from './entry';

/** Providers that serve open models fast or at many sizes. */
export const modelHosts = (config: Config): HostedEntry[] => [
  {
    id: 'groq',
    keys: config.GROQ_API_KEY,
    capabilities: withEffort(textOnly, efforts.three),
    ...chatWire(config.GROQ_BASE_URL, 'https://api.groq.com/openai/v1', { parallelToolCalls: true }),
    load: (apiKey) => {
      const { createGroq }: typeof import('@ai-sdk/groq') = require('@ai-sdk/groq');
      return createGroq({ apiKey, ...urlOf(config.GROQ_BASE_URL) });
    },
  },
  {
    id: 'cerebras',
    optionsName: 'openaiCompatible',
    keys: config.CEREBRAS_API_KEY,
    capabilities: withEffort(textOnly, efforts.three),
    ...chatWire(config.CEREBRAS_BASE_URL, 'https://api.cerebras.ai/v1'),
    load: (apiKey) => {
      const { createCerebras }: typeof import('@ai-sdk/cerebras') = require('@ai-sdk/cerebras');
      return createCerebras({ apiKey, ...urlOf(config.CEREBRAS_BASE_URL) });
    },
  },
  {
    id: 'together',
    optionsName: 'openaiCompatible',
    keys: config.TOGETHER_API_KEY,
    capabilities: withEffort(full, efforts.three),
    ...chatWire(config.TOGETHER_BASE_URL, 'https://api.together.xyz/v1'),
    load: (apiKey) => {
      const { createTogetherAI }: typeof import('@ai-sdk/togetherai') = require('@ai-sdk/togetherai');
      return createTogetherAI({ apiKey, ...urlOf(config.TOGETHER_BASE_URL) });
    },
  },
  {
    id: 'fireworks',
    optionsName: 'openaiCompatible',
    keys: config.FIREWORKS_API_KEY,
    capabilities: withEffort(full, efforts.three),
    ...chatWire(config.FIREWORKS_BASE_URL, 'https://api.fireworks.ai/inference/v1', {
      promptCacheKey: 'body',
    }),
    load: (apiKey) => {
      const { createFireworks }: typeof import('@ai-sdk/fireworks') = require('@ai-sdk/fireworks');
      return createFireworks({ apiKey, ...urlOf(config.FIREWORKS_BASE_URL) });
    },
  },
  {
    id: 'deepinfra',
    optionsName: 'openaiCompatible',
    keys: config.DEEPINFRA_API_KEY,
    capabilities: withEffort(full, efforts.three),
    ...chatWire(undefined, `${config.DEEPINFRA_BASE_URL ?? 'https://api.deepinfra.com/v1'}/openai`),
    load: (apiKey) => {
      const { createDeepInfra }: typeof import('@ai-sdk/deepinfra') = require('@ai-sdk/deepinfra');
      return createDeepInfra({ apiKey, ...urlOf(config.DEEPINFRA_BASE_URL) });
    },
  },
];
