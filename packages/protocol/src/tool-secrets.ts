import type { Tool } from './tools';

/** Tools as anybody may see them: the tokens and headers of MCP servers are nobody's to see again. */
export const withoutSecrets = (tools: readonly Tool[]): Tool[] =>
  tools.map((tool) => {
    if (tool.type !== 'mcp') return tool;
    const { authorization: _token, headers: _headers, ...shown } = tool;
    return shown;
  });
