import { SseError } from '@modelcontextprotocol/sdk/client/sse.js';
import { StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { McpError } from '@modelcontextprotocol/sdk/types.js';
import { outboundErrorIn } from '@parley/outbound';
import { timedOutCode, ToolFailure, toFailure } from '../failure';

/** Statuses by which a server of the older transport answers a request of the newer one. */
const olderTransport = new Set([400, 404, 405, 406, 415]);

export const speaksOlderTransport = (error: unknown): boolean =>
  error instanceof StreamableHTTPError && olderTransport.has(error.code ?? 0);

/** The server has forgotten the session: what was asked was not done. */
export const sessionGone = (error: unknown): boolean =>
  error instanceof StreamableHTTPError && error.code === 404;

/** What an MCP server did wrong, in the protocol's words. */
export function mcpFailure(error: unknown, label: string): ToolFailure {
  const server = `The MCP server '${label}'`;
  if (outboundErrorIn(error) !== undefined) return toFailure(error, server);
  if (error instanceof McpError) {
    const message =
      error.code === timedOutCode
        ? `${server} did not answer in time.`
        : error.message.replace(/^MCP error -?\d+: /, '');
    return new ToolFailure('protocol_error', error.code, message, { cause: error });
  }
  if ((error instanceof StreamableHTTPError || error instanceof SseError) && (error.code ?? 0) >= 100) {
    const status = error.code ?? 0;
    const message =
      status >= 300 && status < 400
        ? `${server} redirects to another server, which is not followed: give the address that it redirects to.`
        : `${server} answered with HTTP status ${status}.`;
    return new ToolFailure('http_error', status, message, { cause: error });
  }
  return toFailure(error, server);
}
