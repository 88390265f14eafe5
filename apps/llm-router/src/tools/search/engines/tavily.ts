import { z } from 'zod';
import type { Findings, HttpEngineOptions, SearchEngine, SearchQuery } from '../engine';
import { askJson, plain } from '../http';

const answer = z.object({
  answer: z.string().nullish(),
  results: z.array(z.object({ title: z.string(), url: z.string(), content: z.string().default('') })),
});

/** Tavily: `POST /search`, with its own short answer. */
export class TavilySearch implements SearchEngine {
  readonly id = 'tavily';

  constructor(private readonly options: HttpEngineOptions) {}

  async search({ query, maxResults, signal }: SearchQuery): Promise<Findings> {
    const { fetch, baseUrl, apiKey } = this.options;
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
      body: JSON.stringify({
        query,
        max_results: maxResults,
        search_depth: 'basic',
        include_answer: 'basic',
      }),
      signal,
    };
    const found = await askJson(fetch, new URL('search', baseUrl), init, answer);
    return {
      answer: plain(found.answer ?? ''),
      results: found.results.map(({ title, url, content }) => ({ title, url, snippet: plain(content) })),
    };
  }
}
