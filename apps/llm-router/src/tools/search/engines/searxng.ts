import { z } from 'zod';
import type { Findings, HttpEngineOptions, SearchEngine, SearchQuery } from '../engine';
import { askJson, plain } from '../http';

const answer = z.object({
  results: z.array(z.object({ title: z.string(), url: z.string(), content: z.string().nullish() })),
  /** Text alone in older versions. */
  answers: z.array(z.union([z.string(), z.object({ answer: z.string().optional() })])).optional(),
});

/** A SearXNG of the operator's own: `GET /search?format=json`, which its settings must allow. */
export class SearxngSearch implements SearchEngine {
  readonly id = 'searxng';

  constructor(private readonly options: Omit<HttpEngineOptions, 'apiKey'>) {}

  async search({ query, maxResults, language, signal }: SearchQuery): Promise<Findings> {
    const { fetch, baseUrl } = this.options;
    const url = new URL('search', baseUrl);
    url.searchParams.set('q', query);
    url.searchParams.set('format', 'json');
    if (language !== '') url.searchParams.set('language', language);
    const found = await askJson(fetch, url, { headers: { accept: 'application/json' }, signal }, answer);
    const [first] = found.answers ?? [];
    return {
      answer: plain((typeof first === 'string' ? first : first?.answer) ?? ''),
      results: found.results.slice(0, maxResults).map(({ title, url: link, content }) => ({
        title: plain(title),
        url: link,
        snippet: plain(content ?? ''),
      })),
    };
  }
}
