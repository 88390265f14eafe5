import type { WireFormat } from '../format';
import { anthropicBody } from './body';
import { AnthropicReader } from './reader';

/** Anthropic's messages. */
export const anthropicFormat: WireFormat = {
  path: () => '/messages',
  headers: (key) => ({ 'x-api-key': key, 'anthropic-version': '2023-06-01' }),
  body: anthropicBody,
  reader: (provider) => new AnthropicReader(provider),
};
