import type { McpTool, Tool } from '@parley/protocol';

/** A server that asks for leave, but to find something. */
export const shop: McpTool = {
  type: 'mcp',
  server_label: 'shop',
  server_url: 'https://shop.example/mcp',
  require_approval: { never: { tool_names: ['find'] } },
};
export const search: Tool = { type: 'web_search', providerData: { max_results: 3, max_steps: 1 } };
