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

/** Of Brave's own codes those that are in ISO-639-1 too; for any other it answers with HTTP 422. */
const sameCodes = new Set(
  (
    'ar eu bn bg ca hr cs da nl en et fi fr gl de gu he hi hu is it kn ko lv lt ms ml mr nb pl pa ro ru sr sk sl es ' +
    'sv ta te th tr uk vi'
  ).split(' '),
);

/** Where it has another code, or more than one: then that of the most speakers. */
const ownCodes: ReadonlyMap<string, string> = new Map([
  ['ja', 'jp'],
  ['zh', 'zh-hans'],
  ['pt', 'pt-br'],
  ['no', 'nb'],
  ['nn', 'nb'],
]);

/**
 * ISO-639-1 as Brave has it; undefined: Brave does not know it.
 * @see https://api-dashboard.search.brave.com/app/documentation/web-search/codes
 */
export const braveLanguage = (language: string): string | undefined =>
  sameCodes.has(language) ? language : ownCodes.get(language);

/** Words of a query; more are refused. */
const maxWords = 50;

/** Brave Search: `GET /res/v1/web/search`. */
export class BraveSearch implements SearchEngine {
  readonly id = 'brave';

  constructor(private readonly options: HttpEngineOptions) {}

  async search({ query, maxResults, language, signal }: SearchQuery): Promise<Findings> {
    const { fetch, baseUrl, apiKey } = this.options;
    const url = new URL('res/v1/web/search', baseUrl);
    url.searchParams.set('q', query.split(/\s+/).slice(0, maxWords).join(' '));
    url.searchParams.set('count', String(maxResults));
    url.searchParams.set('text_decorations', 'false');
    const known = braveLanguage(language);
    if (known !== undefined) url.searchParams.set('search_lang', known);
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
