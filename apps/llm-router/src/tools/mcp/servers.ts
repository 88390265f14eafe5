import type { Outbound } from '@parley/outbound';
import { faultCode, ToolFailure } from '../failure';
import { maxServers, type ToolLimits } from '../limits';
import { McpConnection, type ToolList } from './connection';
import { mcpFailure, sessionGone } from './failures';
import { outputOf } from './output';
import { keyOf, type McpServer } from './server';

export interface McpServersOptions {
  readonly outbound: Outbound;
  readonly limits: ToolLimits;
}

interface Held {
  readonly opening: Promise<McpConnection>;
  /** Requests under way. */
  uses: number;
}

/** The MCP servers of one session, each connected to once, at its first use. */
export class McpServers {
  /** The one last used comes last. */
  readonly #connections = new Map<string, Held>();

  constructor(private readonly options: McpServersOptions) {}

  /** @throws ToolFailure */
  list(server: McpServer): Promise<ToolList> {
    return this.#with(server, (connection) => connection.list());
  }

  /** @throws ToolFailure */
  call(server: McpServer, name: string, args: Record<string, unknown>, signal: AbortSignal): Promise<string> {
    return this.#with(server, async (connection) =>
      outputOf(await connection.call(name, args, signal), this.options.limits.maxOutputChars),
    );
  }

  async close(): Promise<void> {
    const closing = [...this.#connections.values()].map(closed);
    this.#connections.clear();
    await Promise.allSettled(closing);
  }

  async #with<T>(server: McpServer, use: (connection: McpConnection) => Promise<T>): Promise<T> {
    try {
      return await this.#use(server, use);
    } catch (error) {
      if (!sessionGone(error)) throw this.#failed(server, error);
    }
    // Nothing was done yet: a new session may be asked for the same.
    this.#forget(server);
    try {
      return await this.#use(server, use);
    } catch (error) {
      throw this.#failed(server, error);
    }
  }

  async #use<T>(server: McpServer, use: (connection: McpConnection) => Promise<T>): Promise<T> {
    const held = this.#connection(server);
    held.uses += 1;
    try {
      const connection = await held.opening;
      try {
        return await use(connection);
      } finally {
        if (connection.lost && this.#connections.get(keyOf(server)) === held) this.#forget(server);
      }
    } finally {
      held.uses -= 1;
    }
  }

  #failed(server: McpServer, error: unknown): ToolFailure {
    return mcpFailure(error, server.label);
  }

  /** @throws ToolFailure when every connection there may be is at work */
  #connection(server: McpServer): Held {
    const key = keyOf(server);
    const known = this.#connections.get(key);
    if (known === undefined) this.#makeRoom();
    const held = known ?? this.#open(server, key);
    this.#connections.delete(key);
    this.#connections.set(key, held);
    return held;
  }

  #open(server: McpServer, key: string): Held {
    const opening = McpConnection.open(server, this.options.outbound, this.options.limits);
    const held = { opening, uses: 0 };
    opening.catch(() => {
      if (this.#connections.get(key) === held) this.#connections.delete(key);
    });
    return held;
  }

  /** A client that renews its token connects anew each time: what it used longest ago goes. */
  #makeRoom(): void {
    if (this.#connections.size < maxServers) return;
    const idle = [...this.#connections].find(([, { uses }]) => uses === 0);
    if (idle === undefined) {
      const message = `At most ${maxServers} MCP servers can be used at a time in one session.`;
      throw new ToolFailure('protocol_error', faultCode, message);
    }
    const [key, held] = idle;
    this.#connections.delete(key);
    void closed(held);
  }

  #forget(server: McpServer): void {
    const key = keyOf(server);
    const held = this.#connections.get(key);
    this.#connections.delete(key);
    if (held !== undefined) void closed(held);
  }
}

const closed = ({ opening }: Held): Promise<void> =>
  opening.then((connection) => connection.close()).catch(() => undefined);
