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

/** The same server, asked in the same way. */
export const sameServer = (a: McpTool, b: McpTool): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

export const listingOf = (listings: readonly Listing[], server: McpTool): Listing | undefined =>
  listings.findLast((listing) => sameServer(listing.server, server));
