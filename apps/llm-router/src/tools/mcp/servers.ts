import type { Outbound } from '@parley/outbound';
import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import { faultCode, ToolFailure } from '../failure';
import { maxServers, type ToolLimits } from '../limits';
import { McpConnection } from './connection';
import { mcpFailure, sessionGone } from './failures';
import { outputOf } from './output';
import { keyOf, type McpServer } from './server';

export interface McpServersOptions {
  readonly outbound: Outbound;
  readonly limits: ToolLimits;
}

/** The MCP servers of one session, each connected to once, at its first use. */
export class McpServers {
  readonly #connections = new Map<string, Promise<McpConnection>>();

  constructor(private readonly options: McpServersOptions) {}

  /** @throws ToolFailure */
  list(server: McpServer): Promise<Tool[]> {
    return this.#with(server, (connection) => connection.list());
  }

  /** @throws ToolFailure */
  call(server: McpServer, name: string, args: Record<string, unknown>, signal: AbortSignal): Promise<string> {
    return this.#with(server, async (connection) =>
      outputOf(await connection.call(name, args, signal), this.options.limits.maxOutputChars),
    );
  }

  async close(): Promise<void> {
    const closing = [...this.#connections.values()].map(async (opening) => (await opening).close());
    this.#connections.clear();
    await Promise.allSettled(closing);
  }

  async #with<T>(server: McpServer, use: (connection: McpConnection) => Promise<T>): Promise<T> {
    try {
      return await use(await this.#connection(server));
    } catch (error) {
      if (!sessionGone(error)) throw this.#failed(server, error);
    }
    // Nothing was done yet: a new session may be asked for the same.
    this.#forget(server);
    try {
      return await use(await this.#connection(server));
    } catch (error) {
      throw this.#failed(server, error);
    }
  }

  #failed(server: McpServer, error: unknown): ToolFailure {
    return mcpFailure(error, server.label);
  }

  #connection(server: McpServer): Promise<McpConnection> {
    const key = keyOf(server);
    const known = this.#connections.get(key);
    if (known !== undefined) return known;
    if (this.#connections.size >= maxServers) {
      const message = `At most ${maxServers} MCP servers can be used in one session.`;
      return Promise.reject(new ToolFailure('protocol_error', faultCode, message));
    }
    const opening = McpConnection.open(server, this.options.outbound, this.options.limits);
    this.#connections.set(key, opening);
    opening.catch(() => {
      if (this.#connections.get(key) === opening) this.#connections.delete(key);
    });
    return opening;
  }

  #forget(server: McpServer): void {
    const key = keyOf(server);
    const connection = this.#connections.get(key);
    this.#connections.delete(key);
    connection?.then((open) => open.close()).catch(() => undefined);
  }
}
