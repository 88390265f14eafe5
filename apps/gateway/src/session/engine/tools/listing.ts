import type { McpListedTool, McpTool } from '@parley/protocol';

/** An MCP server that was asked for its tools. */
export interface Listing {
  readonly server: McpTool;
  /** Of its `mcp_list_tools` item. */
  readonly itemId: string;
  readonly status: 'listing' | 'ready' | 'failed';
  /** Those that are allowed. */
  readonly tools: readonly McpListedTool[];
}

const keys = new WeakMap<McpTool, string>();

/** One for the same server, asked in the same way. */
export function serverKey(server: McpTool): string {
  const known = keys.get(server);
  if (known !== undefined) return known;
  const key = JSON.stringify(server);
  keys.set(server, key);
  return key;
}

export const sameServer = (a: McpTool, b: McpTool): boolean => a === b || serverKey(a) === serverKey(b);

export const listingOf = (listings: readonly Listing[], server: McpTool): Listing | undefined =>
  listings.findLast((listing) => sameServer(listing.server, server));
