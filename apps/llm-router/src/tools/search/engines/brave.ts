import { z } from 'zod';
import type { Findings, HttpEngineOptions, SearchEngine, SearchQuery } from '../engine';
import { askJson, plain } from '../http';

const answer = z.object({
  web: z
    .object({
      results: z.array(z.object({ title: z.string(), url: z.string(), description: z.string().default('') })),
    })
    .optional(),
});

/** Brave Search: `GET /res/v1/web/search`. */
export class BraveSearch implements SearchEngine {
  readonly id = 'brave';

  constructor(private readonly options: HttpEngineOptions) {}

  async search({ query, maxResults, language, signal }: SearchQuery): Promise<Findings> {
    const { fetch, baseUrl, apiKey } = this.options;
    const url = new URL('res/v1/web/search', baseUrl);
    url.searchParams.set('q', query);
    url.searchParams.set('count', String(maxResults));
    url.searchParams.set('text_decorations', 'false');
    if (language !== '') url.searchParams.set('search_lang', language);
    const headers = { accept: 'application/json', 'x-subscription-token': apiKey };
    const { web } = await askJson(fetch, url, { headers, signal }, answer);
    return {
      answer: '',
      results: (web?.results ?? []).map(({ title, url: link, description }) => ({
        title: plain(title),
        url: link,
        snippet: plain(description),
      })),
    };
  }
}
