import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { SSEServerTransport } from '@modelcontextprotocol/sdk/server/sse.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { ListToolsRequestSchema, type ListToolsResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';

/** A real MCP server over HTTP, for tests: the SDK's own, with a few tools. */
export class McpSite {
  readonly requests: { readonly method: string; readonly headers: IncomingMessage['headers'] }[] = [];
  readonly called: string[] = [];
  /** Answers in place of the server; undefined: the server answers. */
  intercept: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  /** How many tools there are on each page of the list, of tools that say nothing; undefined: those below. */
  pages: readonly number[] | undefined;
  readonly #server: Server;
  readonly #streamable = new Map<string, StreamableHTTPServerTransport>();
  readonly #sse = new Map<string, SSEServerTransport>();

  /** `sse`: only the older transport. */
  constructor(private readonly kind: 'streamable' | 'sse' = 'streamable') {
    this.#server = createServer((request, response) => {
      this.requests.push({ method: request.method ?? '', headers: request.headers });
      if (this.intercept?.(request, response) === true) return;
      this.#handle(request, response).catch(() => response.destroy());
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/mcp`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  /** Every session is forgotten, as by a restart. */
  forget(): void {
    this.#streamable.clear();
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.kind === 'sse') return this.#older(request, response);
    const known = this.#streamable.get(String(request.headers['mcp-session-id'] ?? ''));
    if (known !== undefined) return known.handleRequest(request, response);
    if (request.headers['mcp-session-id'] !== undefined) {
      response.writeHead(404).end();
      return;
    }
    const transport: StreamableHTTPServerTransport = new StreamableHTTPServerTransport({
      sessionIdGenerator: () => randomUUID(),
      onsessioninitialized: (id) => void this.#streamable.set(id, transport),
    });
    await this.#tools().connect(transport);
    await transport.handleRequest(request, response);
  }

  async #older(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://localhost');
    if (request.method === 'GET') {
      const transport = new SSEServerTransport('/messages', response);
      this.#sse.set(transport.sessionId, transport);
      await this.#tools().connect(transport);
      return;
    }
    const session = this.#sse.get(url.searchParams.get('sessionId') ?? '');
    if (session === undefined) response.writeHead(405).end();
    else await session.handlePostMessage(request, response);
  }

  #tools(): McpServer {
    const server = new McpServer({ name: 'test', version: '1.0.0' });
    const text = (said: string) => ({ content: [{ type: 'text' as const, text: said }] });
    server.registerTool(
      'add',
      {
        description: 'Adds two numbers.',
        inputSchema: { a: z.number(), b: z.number() },
        annotations: { readOnlyHint: true },
      },
      ({ a, b }) => {
        this.called.push('add');
        return text(String(a + b));
      },
    );
    server.registerTool('fail', { description: 'Always fails.' }, () => ({
      ...text('no luck'),
      isError: true,
    }));
    server.registerTool('hang', { description: 'Never answers.' }, () => new Promise(() => undefined));
    server.registerTool('talk', { description: 'Says a lot.' }, () => text('x'.repeat(1_000)));
    server.registerTool('flood', { description: 'Says far too much.' }, () =>
      text('x'.repeat(4 * 1024 * 1024)),
    );
    server.registerTool('tome', { description: 'Says as much as it may.' }, () =>
      text('x'.repeat(3 * 1024 * 1024)),
    );
    server.registerTool('parts', { description: 'Says little, many times.' }, () => ({
      content: Array.from({ length: 2_000 }, () => ({ type: 'text' as const, text: '' })),
    }));
    server.registerTool('figures', { description: 'Gives very many figures.' }, () => ({
      ...text('figures'),
      structuredContent: { figures: Array.from({ length: 60_000 }, () => 0) },
    }));
    const { pages } = this;
    if (pages !== undefined)
      server.server.setRequestHandler(ListToolsRequestSchema, ({ params }) => page(pages, params?.cursor));
    return server;
  }
}

function page(pages: readonly number[], cursor = '0'): ListToolsResult {
  const at = Number(cursor);
  const first = pages.slice(0, at).reduce((sum, count) => sum + count, 0);
  const tools = Array.from({ length: pages[at] ?? 0 }, (_, index) => ({
    name: `t${first + index}`,
    inputSchema: { type: 'object' as const },
  }));
  return at + 1 < pages.length ? { tools, nextCursor: String(at + 1) } : { tools };
}
