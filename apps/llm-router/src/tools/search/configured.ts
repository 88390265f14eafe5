import { Outbound, type OutboundFetch } from '@parley/outbound';
import type { Config } from '../../config';
import type { SearchEngine } from './engine';
import { BraveSearch } from './engines/brave';
import { ExaSearch } from './engines/exa';
import { NativeSearch } from './engines/native';
import { SearxngSearch } from './engines/searxng';
import { TavilySearch } from './engines/tavily';

export interface ConfiguredSearch {
  readonly engines: readonly SearchEngine[];
  readonly outbound: Outbound;
}

/** The engines of this environment, in the order in which they are taken when none is named. */
export function configuredSearch(config: Config): ConfiguredSearch {
  // Where the operator has put an engine is the operator's own word, and holds for searches alone.
  const own = [
    config.BRAVE_BASE_URL,
    config.TAVILY_BASE_URL,
    config.EXA_BASE_URL,
    config.SEARXNG_BASE_URL,
    config.OPENAI_BASE_URL,
    config.ANTHROPIC_BASE_URL,
    config.GOOGLE_BASE_URL,
  ].flatMap((url) => (url === undefined ? [] : [new URL(url).host]));
  const outbound = new Outbound({
    allow: [...config.PARLEY_OUTBOUND_ALLOW, ...own.filter(isName), ...addresses(own)],
  });
  const fetch = outbound.fetcher({
    headersMs: config.PARLEY_SEARCH_TIMEOUT_MS,
    totalMs: config.PARLEY_SEARCH_TIMEOUT_MS,
  });
  return { engines: [...httpEngines(config, fetch), ...nativeEngines(config, fetch)], outbound };
}

const isName = (host: string): boolean => !host.startsWith('[');
/** The allow-list takes IPv6 without brackets and without a port. */
const addresses = (hosts: readonly string[]): string[] =>
  hosts.flatMap((host) => /^\[(.+)\]/.exec(host)?.[1] ?? []);

const slash = (url: string): string => (url.endsWith('/') ? url : `${url}/`);

function httpEngines(config: Config, fetch: OutboundFetch): SearchEngine[] {
  const engines: SearchEngine[] = [];
  const {
    BRAVE_API_KEY: brave,
    TAVILY_API_KEY: tavily,
    EXA_API_KEY: exa,
    SEARXNG_BASE_URL: searxng,
  } = config;
  if (brave !== undefined) {
    const baseUrl = slash(config.BRAVE_BASE_URL ?? 'https://api.search.brave.com');
    engines.push(new BraveSearch({ fetch, baseUrl, apiKey: brave }));
  }
  if (tavily !== undefined) {
    const baseUrl = slash(config.TAVILY_BASE_URL ?? 'https://api.tavily.com');
    engines.push(new TavilySearch({ fetch, baseUrl, apiKey: tavily }));
  }
  if (exa !== undefined) {
    const baseUrl = slash(config.EXA_BASE_URL ?? 'https://api.exa.ai');
    engines.push(new ExaSearch({ fetch, baseUrl, apiKey: exa }));
  }
  if (searxng !== undefined) engines.push(new SearxngSearch({ fetch, baseUrl: slash(searxng) }));
  return engines;
}

function nativeEngines(config: Config, fetch: OutboundFetch): SearchEngine[] {
  const engines: SearchEngine[] = [];
  const [google] = config.GOOGLE_GENERATIVE_AI_API_KEY;
  const [openai] = config.OPENAI_API_KEY;
  const [anthropic] = config.ANTHROPIC_API_KEY;
  const at = (baseURL: string | undefined) => (baseURL === undefined ? {} : { baseURL });
  if (google !== undefined) {
    const model = () => {
      const { createGoogleGenerativeAI }: typeof import('@ai-sdk/google') = require('@ai-sdk/google');
      const provider = createGoogleGenerativeAI({
        apiKey: google,
        fetch: asFetch(fetch),
        ...at(config.GOOGLE_BASE_URL),
      });
      return provider(config.PARLEY_SEARCH_GOOGLE_MODEL);
    };
    engines.push(new NativeSearch({ id: 'google', model, tool: { id: 'google.google_search', args: {} } }));
  }
  if (openai !== undefined) {
    const model = () => {
      const { createOpenAI }: typeof import('@ai-sdk/openai') = require('@ai-sdk/openai');
      const provider = createOpenAI({ apiKey: openai, fetch: asFetch(fetch), ...at(config.OPENAI_BASE_URL) });
      return provider.responses(config.PARLEY_SEARCH_OPENAI_MODEL);
    };
    engines.push(new NativeSearch({ id: 'openai', model, tool: { id: 'openai.web_search', args: {} } }));
  }
  if (anthropic !== undefined) {
    const model = () => {
      const { createAnthropic }: typeof import('@ai-sdk/anthropic') = require('@ai-sdk/anthropic');
      const provider = createAnthropic({
        apiKey: anthropic,
        fetch: asFetch(fetch),
        ...at(config.ANTHROPIC_BASE_URL),
      });
      return provider(config.PARLEY_SEARCH_ANTHROPIC_MODEL);
    };
    const tool = { id: 'anthropic.web_search_20250305', args: { maxUses: 2 } } as const;
    engines.push(new NativeSearch({ id: 'anthropic', model, tool }));
  }
  return engines;
}

/** The providers' packages ask for text and for URLs alone. */
const asFetch =
  (fetch: OutboundFetch): typeof globalThis.fetch =>
  (input, init) =>
    fetch(typeof input === 'string' || input instanceof URL ? input : input.url, init);
