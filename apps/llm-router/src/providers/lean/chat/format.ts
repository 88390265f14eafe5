import type { WireFormat } from '../format';
import { chatBody } from './body';
import { ChatReader } from './reader';

/** OpenAI's chat completions, which most providers and servers speak. */
export const chatFormat: WireFormat = {
  path: () => '/chat/completions',
  headers: (key) => (key === '' ? {} : { authorization: `Bearer ${key}` }),
  body: chatBody,
  reader: (provider) => new ChatReader(provider),
};
