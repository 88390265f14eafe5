import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { SSEServerTransport } from '@modelcontextprotocol/sdk/server/sse.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { z } from 'zod';

abstract class Site {
  /** @param host to listen at */
  constructor(private readonly host = '127.0.0.1') {}

  readonly #server: Server = createServer((request, response) => {
    this.answer(request, response).catch(() => response.destroy());
  });

  async start(port = 0): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(port, this.host, resolve));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://${this.host}:${this.port}`;
  }

  /** Ends every connection; new ones are taken. */
  hangUp(): void {
    this.#server.closeAllConnections();
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  protected async read(request: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString();
  }

  protected abstract answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** A real MCP server: a shop, over streamable HTTP and, below `/sse`, the older transport. `wait` answers when the test lets it. */
export class Shop extends Site {
  readonly called: string[] = [];
  readonly keys = new Set<string>();
  readonly #sessions = new Map<string, StreamableHTTPServerTransport>();
  readonly #older = new Map<string, SSEServerTransport>();
  #waiting: (() => void)[] = [];

  /** Lets every `wait` answer. */
  release(): void {
    for (const go of this.#waiting.splice(0)) go();
  }

  protected async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.keys.add(String(request.headers['x-shop-key'] ?? 'none'));
    if (request.url?.startsWith('/sse')) return this.#answerOlder(request, response);
    const id = String(request.headers['mcp-session-id'] ?? '');
    const transport = this.#sessions.get(id) ?? (await this.#open());
    await transport.handleRequest(request, response);
  }

  async #open(): Promise<StreamableHTTPServerTransport> {
    const transport: StreamableHTTPServerTransport = new StreamableHTTPServerTransport({
      sessionIdGenerator: () => randomUUID(),
      onsessioninitialized: (id) => void this.#sessions.set(id, transport),
    });
    await this.#server().connect(transport);
    return transport;
  }

  /** As servers of 2024 do: one stream of events, and a POST for each message. */
  async #answerOlder(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const known = this.#older.get(
      new URL(request.url ?? '', 'http://shop').searchParams.get('sessionId') ?? '',
    );
    if (known !== undefined) return known.handlePostMessage(request, response);
    if (request.method !== 'GET') {
      response.writeHead(405).end();
      return;
    }
    const transport = new SSEServerTransport('/sse/messages', response);
    this.#older.set(transport.sessionId, transport);
    await this.#server().connect(transport);
  }

  #server(): McpServer {
    const server = new McpServer({ name: 'shop', version: '1.0.0' });
    const said = (tool: string, text: string) => {
      this.called.push(tool);
      return { content: [{ type: 'text' as const, text }] };
    };
    server.registerTool(
      'find',
      {
        description: 'Finds things to buy.',
        inputSchema: { what: z.string() },
        annotations: { readOnlyHint: true },
      },
      ({ what }) => said('find', `two ${what}`),
    );
    server.registerTool(
      'buy',
      { description: 'Buys a thing.', inputSchema: { what: z.string() } },
      ({ what }) => said('buy', `bought ${what}`),
    );
    server.registerTool('fail', { description: 'Fails.' }, () => ({
      ...said('fail', 'sold out'),
      isError: true,
    }));
    server.registerTool('flood', { description: 'Says far too much.' }, () =>
      said('flood', 'x'.repeat(4 * 1024 * 1024)),
    );
    server.registerTool('wait', { description: 'Takes its time.' }, async () => {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
      return said('wait', 'waited');
    });
    return server;
  }
}

/** A search engine of Tavily's wire format. It never answers a query with `never` in it. */
export class SearchSite extends Site {
  readonly queries: string[] = [];

  protected async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { query } = JSON.parse(await this.read(request)) as { query: string };
    this.queries.push(query);
    if (query.includes('never')) return;
    const results = [{ title: 'Tides', url: 'https://tides.example/today', content: `All about ${query}.` }];
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ results }));
  }
}

interface Searched {
  readonly path: string;
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

const hit = { title: 'Tides', url: 'https://tides.example/today' };
const said = 'High water at nine.';

/** What each search engine, and each provider that searches itself, answers to a question, below a path of its own. */
const answers: Readonly<Record<string, object>> = {
  brave: { web: { results: [{ ...hit, description: said }] } },
  exa: { results: [{ ...hit, text: said }] },
  searxng: { results: [{ ...hit, content: said }], answers: [] },
  google: {
    candidates: [
      {
        content: { parts: [{ text: said }], role: 'model' },
        finishReason: 'STOP',
        groundingMetadata: { groundingChunks: [{ web: { uri: hit.url, title: hit.title } }] },
      },
    ],
    usageMetadata: { promptTokenCount: 41, candidatesTokenCount: 7, totalTokenCount: 48 },
  },
  openai: {
    id: 'resp_1',
    object: 'response',
    created_at: 1,
    model: 'gpt-5-mini',
    output: [
      {
        ...{ type: 'web_search_call', id: 'ws_1', status: 'completed' },
        action: { type: 'search', query: 'high tide' },
      },
      {
        ...{ type: 'message', role: 'assistant', id: 'msg_1' },
        content: [
          {
            ...{ type: 'output_text', text: said },
            annotations: [{ type: 'url_citation', start_index: 0, end_index: 4, ...hit }],
          },
        ],
      },
    ],
    usage: { input_tokens: 41, output_tokens: 7 },
  },
  anthropic: {
    type: 'message',
    id: 'msg_1',
    model: 'claude-haiku-4-5',
    role: 'assistant',
    content: [
      { type: 'server_tool_use', id: 'st_1', name: 'web_search', input: { query: 'high tide' } },
      {
        ...{ type: 'web_search_tool_result', tool_use_id: 'st_1' },
        content: [{ type: 'web_search_result', ...hit, encrypted_content: 'x', page_age: null }],
      },
      { type: 'text', text: said },
    ],
    stop_reason: 'end_turn',
    usage: { input_tokens: 41, output_tokens: 7 },
  },
};

/** Every search engine but Tavily's, in its own wire format. `elsewhere` sends all of them on; `hangs` lets them wait. */
export class SearchEngines extends Site {
  readonly searched: Searched[] = [];
  hangs = false;
  elsewhere: string | undefined;

  /** Where an engine is said to be. */
  of(engine: string): string {
    return `${this.url}/${engine}`;
  }

  protected async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await this.read(request);
    const url = new URL(request.url ?? '', this.url);
    this.searched.push({
      ...{ path: url.pathname, method: request.method ?? '', headers: request.headers },
      query: Object.fromEntries(url.searchParams),
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    });
    if (this.hangs) return;
    if (this.elsewhere !== undefined) {
      response.writeHead(307, { location: this.elsewhere }).end();
      return;
    }
    const [, engine = ''] = url.pathname.split('/');
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answers[engine]));
  }
}

/** What is inside a network and not for a client's tools: remembers who came. */
export class Inside extends Site {
  readonly seen: string[] = [];

  protected async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.seen.push(request.url ?? '');
    response.end('secret');
  }
}

/** Sends everybody on. */
export class SignPost extends Site {
  to = '';

  protected async answer(_: IncomingMessage, response: ServerResponse): Promise<void> {
    response.writeHead(307, { location: this.to }).end();
  }
}
