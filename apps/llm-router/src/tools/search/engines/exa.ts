import { z } from 'zod';
import type { Findings, HttpEngineOptions, SearchEngine, SearchQuery } from '../engine';
import { askJson, plain } from '../http';

const answer = z.object({
  results: z.array(
    z.object({
      title: z.string().nullish(),
      url: z.string(),
      highlights: z.array(z.string()).nullish(),
      text: z.string().nullish(),
    }),
  ),
});

const maxTextChars = 500;

/** Exa: `POST /search` with the beginning of each page. */
export class ExaSearch implements SearchEngine {
  readonly id = 'exa';

  constructor(private readonly options: HttpEngineOptions) {}

  async search({ query, maxResults, signal }: SearchQuery): Promise<Findings> {
    const { fetch, baseUrl, apiKey } = this.options;
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': apiKey },
      body: JSON.stringify({
        query,
        numResults: maxResults,
        type: 'auto',
        contents: { text: { maxCharacters: maxTextChars } },
      }),
      signal,
    };
    const found = await askJson(fetch, new URL('search', baseUrl), init, answer);
    return {
      answer: '',
      results: found.results.map(({ title, url, highlights, text }) => ({
        title: title ?? '',
        url,
        snippet: plain(highlights?.join(' … ') ?? text ?? ''),
      })),
    };
  }
}
