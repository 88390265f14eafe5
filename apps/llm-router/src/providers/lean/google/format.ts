import type { WireFormat } from '../format';
import { googleBody } from './body';
import { GoogleReader } from './reader';

/** Gemini's generateContent. */
export const googleFormat: WireFormat = {
  path: (model) => `/models/${encodeURIComponent(model)}:streamGenerateContent?alt=sse`,
  headers: (key) => ({ 'x-goog-api-key': key }),
  body: googleBody,
  reader: (provider) => new GoogleReader(provider),
};
