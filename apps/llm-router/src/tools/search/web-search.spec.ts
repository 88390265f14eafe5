import { configOf } from '../../testing/config';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { configuredSearch } from './configured';
import type { SearchUse } from './engine';
import { plain } from './http';
import { WebSearch } from './web-search';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
}

/** Every engine of the wire, in one server: each on its own path, and each in its own format. */
class SearchSite {
  readonly asked: Asked[] = [];
  status = 200;
  body: unknown = undefined;
  hang = false;
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '', 'http://localhost');
    const text = Buffer.concat(chunks).toString();
    this.asked.push({
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    });
    if (this.hang) return;
    const body = typeof this.body === 'string' ? this.body : JSON.stringify(this.body);
    response.writeHead(this.status, { 'content-type': 'application/json' }).end(body);
  }
}

const result = { title: 'Tides', url: 'https://tides.example/today' };
const never = new AbortController().signal;
const request = { engine: '', maxResults: 0, language: 'en' };

describe('web search', () => {
  let site: SearchSite;
  let base: string;
  const ends: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    site = new SearchSite();
    base = await site.start();
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
    site.stop();
  });

  const searchWith = (env: Record<string, string>, timeoutMs = 20_000) => {
    const config = configOf(env);
    const { engines, outbound } = configuredSearch(config);
    ends.push(() => outbound.close());
    return new WebSearch({ engines, defaultEngine: config.PARLEY_SEARCH_ENGINE, timeoutMs });
  };
  const found = async (search: WebSearch, over: Partial<typeof request> = {}) => {
    const { output, sources, use } = await search.search(
      { query: 'when is high tide' },
      { ...request, ...over },
      never,
    );
    const used = use === undefined ? {} : { used: [use.provider, use.usage] };
    return { output: JSON.parse(output) as unknown, sources, ...used };
  };

  it('asks Brave', async () => {
    site.body = {
      web: { results: [{ ...result, description: 'High at <strong>nine</strong> &amp; ten.' }] },
    };
    const search = searchWith({ BRAVE_API_KEY: 'k', BRAVE_BASE_URL: base });
    expect(await found(search)).toEqual({
      output: { results: [{ ...result, snippet: 'High at nine & ten.' }] },
      sources: [result],
    });
    expect(site.asked[0]).toMatchObject({
      method: 'GET',
      path: '/res/v1/web/search',
      headers: { 'x-subscription-token': 'k' },
    });
    expect(Object.fromEntries(site.asked[0]?.query ?? [])).toMatchObject({
      q: 'when is high tide',
      count: '3',
      search_lang: 'en',
    });
  });

  it('asks Tavily', async () => {
    site.body = { answer: 'At nine.', results: [{ ...result, content: 'High at nine.', score: 0.9 }] };
    const search = searchWith({ TAVILY_API_KEY: 'k', TAVILY_BASE_URL: base });
    expect(await found(search, { maxResults: 2 })).toEqual({
      output: { answer: 'At nine.', results: [{ ...result, snippet: 'High at nine.' }] },
      sources: [result],
    });
    expect(site.asked[0]).toMatchObject({
      method: 'POST',
      path: '/search',
      headers: { authorization: 'Bearer k' },
      body: { query: 'when is high tide', max_results: 2 },
    });
  });

  it('asks Exa', async () => {
    site.body = {
      results: [
        { ...result, text: 'High at nine.' },
        { url: 'https://b.example/', title: null },
      ],
    };
    const search = searchWith({ EXA_API_KEY: 'k', EXA_BASE_URL: base });
    expect((await found(search)).output).toEqual({
      results: [
        { ...result, snippet: 'High at nine.' },
        { title: '', url: 'https://b.example/', snippet: '' },
      ],
    });
    expect(site.asked[0]).toMatchObject({
      path: '/search',
      headers: { 'x-api-key': 'k' },
      body: { numResults: 3, contents: { text: {} } },
    });
  });

  it('asks a SearXNG, under a path too', async () => {
    site.body = {
      results: Array.from({ length: 20 }, () => ({ ...result, content: 'Nine.' })),
      answers: ['9'],
    };
    const search = searchWith({ SEARXNG_BASE_URL: `${base}/searx` });
    expect((await found(search, { maxResults: 2 })).output).toEqual({
      answer: '9',
      results: [
        { ...result, snippet: 'Nine.' },
        { ...result, snippet: 'Nine.' },
      ],
    });
    expect(site.asked[0]?.path).toBe('/searx/search');
    expect(site.asked[0]?.query.get('format')).toBe('json');
  });

  it("asks OpenAI's own search", async () => {
    const annotation = { type: 'url_citation', start_index: 0, end_index: 8, ...result };
    site.body = {
      id: 'resp_1',
      object: 'response',
      created_at: 1,
      model: 'gpt-5-mini',
      output: [
        {
          type: 'web_search_call',
          id: 'ws_1',
          status: 'completed',
          action: { type: 'search', query: 'high tide' },
        },
        {
          type: 'message',
          role: 'assistant',
          id: 'msg_1',
          content: [{ type: 'output_text', text: 'At nine.', annotations: [annotation] }],
        },
      ],
      usage: { input_tokens: 41, output_tokens: 7 },
    };
    const search = searchWith({ OPENAI_API_KEY: 'k', OPENAI_BASE_URL: base });
    expect(await found(search)).toEqual({
      output: { answer: 'At nine.', results: [{ ...result, snippet: '' }] },
      sources: [result],
      used: ['openai', { inputTokens: 41, cachedInputTokens: 0, outputTokens: 7 }],
    });
    expect(site.asked[0]).toMatchObject({ path: '/responses', body: { tools: [{ type: 'web_search' }] } });
  });

  it("asks Google's own search", async () => {
    site.body = {
      candidates: [
        {
          content: { parts: [{ text: 'At nine.' }], role: 'model' },
          finishReason: 'STOP',
          groundingMetadata: { groundingChunks: [{ web: { uri: result.url, title: result.title } }] },
        },
      ],
      usageMetadata: { promptTokenCount: 41, candidatesTokenCount: 7, totalTokenCount: 48 },
    };
    const search = searchWith({ GOOGLE_GENERATIVE_AI_API_KEY: 'k', GOOGLE_BASE_URL: base });
    expect(await found(search, { engine: 'google' })).toEqual({
      output: { answer: 'At nine.', results: [{ ...result, snippet: '' }] },
      sources: [result],
      used: ['google', { inputTokens: 41, cachedInputTokens: 0, outputTokens: 7 }],
    });
    expect(site.asked[0]?.body['tools']).toEqual([{ googleSearch: {} }]);
  });

  it("asks Anthropic's own search", async () => {
    const hit = { type: 'web_search_result', ...result, encrypted_content: 'x', page_age: null };
    site.body = {
      type: 'message',
      id: 'msg_1',
      model: 'claude-haiku-4-5',
      role: 'assistant',
      content: [
        { type: 'server_tool_use', id: 'st_1', name: 'web_search', input: { query: 'high tide' } },
        { type: 'web_search_tool_result', tool_use_id: 'st_1', content: [hit] },
        { type: 'text', text: 'At nine.' },
      ],
      stop_reason: 'end_turn',
      usage: { input_tokens: 41, output_tokens: 7 },
    };
    const search = searchWith({ ANTHROPIC_API_KEY: 'k', ANTHROPIC_BASE_URL: base });
    expect(await found(search)).toEqual({
      output: { answer: 'At nine.', results: [{ ...result, snippet: '' }] },
      sources: [result],
      used: ['anthropic', { inputTokens: 41, cachedInputTokens: 0, outputTokens: 7 }],
    });
    expect(site.asked[0]?.body['tools']).toMatchObject([{ type: 'web_search_20250305', name: 'web_search' }]);
  });

  it('takes the engine that is named, or the default, or the first, and says when there is none', async () => {
    site.body = { results: [] };
    const both = { TAVILY_API_KEY: 'k', TAVILY_BASE_URL: base, EXA_API_KEY: 'e', EXA_BASE_URL: base };
    await found(searchWith(both));
    await found(searchWith({ ...both, PARLEY_SEARCH_ENGINE: 'exa' }));
    await found(searchWith(both), { engine: 'exa' });
    expect(site.asked.map(({ headers }) => headers['x-api-key'])).toEqual([undefined, 'e', 'e']);
    await expect(found(searchWith(both), { engine: 'google' })).rejects.toMatchObject({
      kind: 'protocol_error',
      message: "The search engine 'google' is not configured on this server; configured: tavily, exa.",
    });
    await expect(found(searchWith({}))).rejects.toThrow('Web search is not configured on this server.');
  });

  it('keeps results short', async () => {
    const long = { title: 'T'.repeat(400), url: result.url, content: 'many words '.repeat(200) };
    site.body = { results: [long, { ...long, url: 'javascript:alert(1)' }, long, long, long] };
    const { output, sources } = await found(searchWith({ TAVILY_API_KEY: 'k', TAVILY_BASE_URL: base }));
    expect(JSON.stringify(output).length).toBeLessThan(2_000);
    expect(sources).toHaveLength(3);
    expect(JSON.stringify(output)).not.toContain('javascript:');
  });

  it('says what failed', async () => {
    const search = searchWith({ TAVILY_API_KEY: 'k', TAVILY_BASE_URL: base });
    site.status = 401;
    await expect(found(search)).rejects.toMatchObject({ kind: 'http_error', code: 401 });
    site.status = 200;
    site.body = '<html>';
    await expect(found(search)).rejects.toMatchObject({ kind: 'protocol_error' });
    await expect(search.search({}, request, never)).rejects.toMatchObject({ kind: 'tool_execution_error' });
    site.hang = true;
    const given = searchWith({ OPENAI_API_KEY: 'k', OPENAI_BASE_URL: base }, 300);
    await expect(found(given)).rejects.toMatchObject({
      message: 'The web search took too long.',
      use: { provider: 'openai', usage: { inputTokens: 30, outputTokens: 0 }, estimated: true },
    });
    const hasty = searchWith({ TAVILY_API_KEY: 'k', TAVILY_BASE_URL: base }, 300);
    await expect(found(hasty)).rejects.toMatchObject({
      message: 'The web search took too long.',
      code: -32_001,
    });
  });

  it('says beforehand what a search must cost that is asked of a model', async () => {
    site.status = 401;
    const told: SearchUse[] = [];
    const onAsked = (use: SearchUse): void => void told.push(use);
    for (const env of [
      { TAVILY_API_KEY: 'k', TAVILY_BASE_URL: base },
      { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: base },
    ])
      await expect(
        searchWith(env).search({ query: 'high tide' }, { ...request, onAsked }, never),
      ).rejects.toMatchObject({ kind: 'http_error' });
    expect(told).toMatchObject([{ provider: 'openai', usage: { outputTokens: 0 }, estimated: true }]);
  });

  it('reads text out of markup', () => {
    expect(plain('a <b>b</b>&#8217;s &amp; &quot;c&quot;\n d &unknown;')).toBe('a b’s & "c" d &unknown;');
  });
});
