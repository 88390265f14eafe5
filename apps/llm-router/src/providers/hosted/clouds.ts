import type { Config } from '../../config';
import { efforts } from '../effort';
import {
  anyTurns,
  bedrockTurns,
  ending,
  keyOf,
  systemFirst,
  urlOf,
  userLast,
  withEffort,
  withSettings,
  type HostedEntry,
} from './entry';

/** Models of several makers behind a cloud's own accounts and addresses. */
export const clouds = (config: Config): HostedEntry[] => [bedrock(config), azure(config), vertex(config)];

const given = <Value>(name: string, value: Value | undefined): Record<string, Value> =>
  value === undefined ? {} : { [name]: value };

function bedrock(config: Config): HostedEntry {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = config;
  const signed = accessKeyId !== undefined && secretAccessKey !== undefined;
  return {
    id: 'bedrock',
    keys: orKeyless(config.AWS_BEARER_TOKEN_BEDROCK, signed),
    capabilities: withSettings(ending(systemFirst, bedrockTurns), ['topP', 'stop']),
    cacheMark: (known) =>
      known?.price != null && known.price.cachedInput < known.price.input
        ? { bedrock: { cachePoint: { type: 'default' } } }
        : undefined,
    load: (apiKey) => {
      const {
        createAmazonBedrock,
      }: typeof import('@ai-sdk/amazon-bedrock') = require('@ai-sdk/amazon-bedrock');
      return createAmazonBedrock({
        region: config.AWS_REGION,
        ...urlOf(config.BEDROCK_BASE_URL),
        ...(signed && apiKey === ''
          ? { accessKeyId, secretAccessKey, ...given('sessionToken', config.AWS_SESSION_TOKEN) }
          : { apiKey }),
      });
    },
  };
}

/** A model's name is that of its deployment. */
function azure(config: Config): HostedEntry {
  const addressed = config.AZURE_RESOURCE_NAME !== undefined || config.AZURE_BASE_URL !== undefined;
  return {
    id: 'azure',
    keys: addressed ? config.AZURE_API_KEY : [],
    optionsName: 'openai',
    capabilities: withEffort(anyTurns, efforts.five),
    load: (apiKey) => {
      const { createAzure }: typeof import('@ai-sdk/azure') = require('@ai-sdk/azure');
      const provider = createAzure({
        apiKey,
        ...urlOf(config.AZURE_BASE_URL),
        ...given('resourceName', config.AZURE_RESOURCE_NAME),
        ...given('apiVersion', config.AZURE_API_VERSION),
      });
      return (model) => provider.chat(model);
    },
  };
}

function vertex(config: Config): HostedEntry {
  return {
    id: 'vertex',
    keys: orKeyless(config.GOOGLE_VERTEX_API_KEY, config.GOOGLE_VERTEX_PROJECT !== undefined),
    optionsName: 'google',
    capabilities: withEffort(userLast, efforts.three),
    load: (apiKey) => {
      const { createVertex }: typeof import('@ai-sdk/google-vertex') = require('@ai-sdk/google-vertex');
      return createVertex({
        ...keyOf(apiKey),
        ...given('project', config.GOOGLE_VERTEX_PROJECT),
        location: config.GOOGLE_VERTEX_LOCATION,
        ...urlOf(config.GOOGLE_VERTEX_BASE_URL),
      });
    },
  };
}

const orKeyless = (keys: readonly string[], configured: boolean): readonly string[] =>
  keys.length > 0 || !configured ? keys : [''];
