import type { WireFormat } from '../format';
import { anthropicBody, asksForStrict } from './body';
import { AnthropicReader } from './reader';

/** Anthropic's messages. */
export const anthropicFormat: WireFormat = {
  path: () => '/messages',
  headers: (key, request) => ({
    'x-api-key': key,
    'anthropic-version': '2023-06-01',
    ...(asksForStrict(request) ? { 'anthropic-beta': 'structured-outputs-2025-11-13' } : {}),
  }),
  body: anthropicBody,
  reader: (provider) => new AnthropicReader(provider),
};
