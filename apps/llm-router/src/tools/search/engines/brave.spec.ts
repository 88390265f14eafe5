import type { OutboundFetch } from '@parley/outbound';
import { braveLanguage, BraveSearch } from './brave';

it.each([
  ['en', 'en'],
  ['de', 'de'],
  ['ja', 'jp'],
  ['zh', 'zh-hans'],
  ['pt', 'pt-br'],
  ['no', 'nb'],
  ['nn', 'nb'],
  ['nb', 'nb'],
  ['id', undefined],
  ['ceb', undefined],
  ['', undefined],
  ['constructor', undefined],
])('Brave knows %j as %j', (language, code) => {
  expect(braveLanguage(language)).toBe(code);
});

it('is asked in no language that it does not know, and with no more words than it takes', async () => {
  const asked: URL[] = [];
  const fetch: OutboundFetch = (url) => {
    asked.push(new URL(String(url)));
    return Promise.resolve(Response.json({}));
  };
  const brave = new BraveSearch({ fetch, baseUrl: 'https://brave.example/', apiKey: 'k' });
  const { signal } = new AbortController();
  await brave.search({ query: 'word '.repeat(60), maxResults: 3, language: 'id', signal });
  await brave.search({ query: 'hoch  wasser', maxResults: 3, language: 'ja', signal });
  expect(asked.map(({ searchParams }) => searchParams.get('search_lang'))).toEqual([null, 'jp']);
  expect(asked.map(({ searchParams }) => searchParams.get('q')?.split(' ').length)).toEqual([50, 2]);
});
