import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { z } from 'zod';

abstract class Site {
  readonly #server: Server = createServer((request, response) => {
    this.answer(request, response).catch(() => response.destroy());
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  protected abstract answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** A real MCP server over streamable HTTP: a shop. `wait` answers when the test lets it. */
export class Shop extends Site {
  readonly called: string[] = [];
  readonly keys = new Set<string>();
  readonly #sessions = new Map<string, StreamableHTTPServerTransport>();
  #waiting: (() => void)[] = [];

  /** Lets every `wait` answer. */
  release(): void {
    for (const go of this.#waiting.splice(0)) go();
  }

  protected async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.keys.add(String(request.headers['x-shop-key'] ?? 'none'));
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
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { query } = JSON.parse(Buffer.concat(chunks).toString()) as { query: string };
    this.queries.push(query);
    if (query.includes('never')) return;
    const results = [{ title: 'Tides', url: 'https://tides.example/today', content: `All about ${query}.` }];
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ results }));
  }
}
