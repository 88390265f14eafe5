import type { Config } from '../../config';
import { chatWire, full, textOnly, urlOf, type HostedEntry } from './entry';

/** Providers that serve open models fast or at many sizes. */
export const modelHosts = (config: Config): HostedEntry[] => [
  {
    id: 'groq',
    keys: config.GROQ_API_KEY,
    capabilities: textOnly,
    ...chatWire(config.GROQ_BASE_URL, 'https://api.groq.com/openai/v1'),
    load: (apiKey) => {
      const { createGroq }: typeof import('@ai-sdk/groq') = require('@ai-sdk/groq');
      return createGroq({ apiKey, ...urlOf(config.GROQ_BASE_URL) });
    },
  },
  {
    id: 'cerebras',
    keys: config.CEREBRAS_API_KEY,
    capabilities: textOnly,
    ...chatWire(config.CEREBRAS_BASE_URL, 'https://api.cerebras.ai/v1'),
    load: (apiKey) => {
      const { createCerebras }: typeof import('@ai-sdk/cerebras') = require('@ai-sdk/cerebras');
      return createCerebras({ apiKey, ...urlOf(config.CEREBRAS_BASE_URL) });
    },
  },
  {
    id: 'together',
    keys: config.TOGETHER_API_KEY,
    capabilities: full,
    ...chatWire(config.TOGETHER_BASE_URL, 'https://api.together.xyz/v1'),
    load: (apiKey) => {
      const { createTogetherAI }: typeof import('@ai-sdk/togetherai') = require('@ai-sdk/togetherai');
      return createTogetherAI({ apiKey, ...urlOf(config.TOGETHER_BASE_URL) });
    },
  },
  {
    id: 'fireworks',
    keys: config.FIREWORKS_API_KEY,
    capabilities: full,
    ...chatWire(config.FIREWORKS_BASE_URL, 'https://api.fireworks.ai/inference/v1'),
    load: (apiKey) => {
      const { createFireworks }: typeof import('@ai-sdk/fireworks') = require('@ai-sdk/fireworks');
      return createFireworks({ apiKey, ...urlOf(config.FIREWORKS_BASE_URL) });
    },
  },
  {
    id: 'deepinfra',
    keys: config.DEEPINFRA_API_KEY,
    capabilities: full,
    ...chatWire(undefined, `${config.DEEPINFRA_BASE_URL ?? 'https://api.deepinfra.com/v1'}/openai`),
    load: (apiKey) => {
      const { createDeepInfra }: typeof import('@ai-sdk/deepinfra') = require('@ai-sdk/deepinfra');
      return createDeepInfra({ apiKey, ...urlOf(config.DEEPINFRA_BASE_URL) });
    },
  },
];
