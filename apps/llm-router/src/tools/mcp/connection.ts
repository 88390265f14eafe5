import { Client } from '@modelcontextprotocol/sdk/client';
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import {
  CallToolResultSchema,
  ListToolsResultSchema,
  type CallToolResult,
  type Tool,
} from '@modelcontextprotocol/sdk/types.js';
import type { Outbound, OutboundFetch } from '@parley/outbound';
import { z } from 'zod';
import {
  maxAnswerBytes,
  maxContentParts,
  maxPages,
  maxStreamBytes,
  maxTools,
  type ToolLimits,
} from '../limits';
import { speaksOlderTransport } from './failures';
import { paced, restrained } from './restrained';
import type { McpServer } from './server';
import { Askers } from './too-large';

const given = z
  .looseObject({ content: z.array(z.unknown()).max(maxContentParts).optional() })
  .pipe(CallToolResultSchema);

/** What a server says it has, as far as it was asked. */
export interface ToolList {
  readonly tools: readonly Tool[];
  /** Which bound it was that there is more behind. */
  readonly cutAt: 'tools' | 'pages' | undefined;
}

/**
 * A connection to one MCP server. Its requests are made by hand and not by the SDK's `listTools` and `callTool`: those
 * compile the output schemas of a stranger. Streamable
 * HTTP, or the older SSE where the server has only that.
 */
export class McpConnection {
  private constructor(
    private readonly client: Client,
    private readonly transport: Transport,
    private readonly limits: ToolLimits,
    private readonly askers: Askers,
  ) {}

  /** Nothing is answered any more. */
  get lost(): boolean {
    return this.askers.lost;
  }

  static async open(server: McpServer, outbound: Outbound, limits: ToolLimits): Promise<McpConnection> {
    outbound.check(server.url);
    const askers = new Askers();
    // An answer may be one long stream: it ends with its call, or with the connection.
    const fetcher = (maxBytes: number) =>
      paced(outbound.fetcher({ headersMs: limits.callMs, totalMs: null, maxBytes }));
    const open = async (transport: Transport): Promise<McpConnection> => {
      const client = new Client({ name: 'parley', version: '0.1.0' }, { capabilities: {} });
      try {
        await client.connect(restrained(transport), {
          timeout: limits.listMs,
          maxTotalTimeout: limits.listMs,
        });
      } catch (error) {
        await client.close().catch(() => undefined);
        throw error;
      }
      return new McpConnection(client, transport, limits, askers);
    };
    const fetch = askers.watched(fetcher(maxAnswerBytes));
    const options = { fetch, requestInit: { headers: { ...server.headers } } };
    try {
      return await open(new StreamableHTTPClientTransport(new URL(server.url), options));
    } catch (error) {
      if (!speaksOlderTransport(error)) throw error;
      return open(await started(server, askers.watchedTogether(fetcher(maxStreamBytes)), limits));
    }
  }

  async list(): Promise<ToolList> {
    const { listMs: timeout } = this.limits;
    const tools: Tool[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < maxPages; page += 1) {
      const params = cursor === undefined ? {} : { cursor };
      const request = { method: 'tools/list' as const, params };
      const listed = await this.askers.answered((signal) =>
        this.client.request(request, ListToolsResultSchema, { timeout, maxTotalTimeout: timeout, signal }),
      );
      tools.push(...listed.tools);
      cursor = listed.nextCursor;
      if (tools.length > maxTools || (cursor !== undefined && tools.length === maxTools))
        return { tools: tools.slice(0, maxTools), cutAt: 'tools' };
      if (cursor === undefined) return { tools, cutAt: undefined };
    }
    return { tools, cutAt: 'pages' };
  }

  call(name: string, args: Record<string, unknown>, signal: AbortSignal): Promise<CallToolResult> {
    const { callMs } = this.limits;
    return this.askers.answered((gaveUp) =>
      this.client.request({ method: 'tools/call', params: { name, arguments: args } }, given, {
        timeout: callMs,
        maxTotalTimeout: callMs,
        resetTimeoutOnProgress: false,
        signal: AbortSignal.any([signal, gaveUp]),
      }),
    );
  }

  async close(): Promise<void> {
    if (this.transport instanceof StreamableHTTPClientTransport) {
      await this.transport.terminateSession().catch(() => undefined);
    }
    await this.client.close().catch(() => undefined);
  }
}

/** The SSE transport waits for its first event without a deadline of its own. */
async function started(server: McpServer, fetch: OutboundFetch, limits: ToolLimits): Promise<Transport> {
  const requestInit = { headers: { ...server.headers } };
  const transport = new SSEClientTransport(new URL(server.url), { fetch, requestInit });
  const start = transport.start.bind(transport);
  transport.start = async () => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no endpoint in time')), limits.listMs);
    });
    try {
      await Promise.race([start(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
  return transport;
}
