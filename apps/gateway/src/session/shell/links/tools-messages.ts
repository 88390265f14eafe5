import { v1 } from '@parley/contracts';
import type { McpCallError, McpListedTool, McpTool } from '@parley/protocol';
import type { Effect } from '../../engine/coordinator/effects';
import type { CallResult } from '../../engine/tools/server-tool';

const serverMessage = (server: McpTool): v1.McpServer.$Properties => ({
  label: server.server_label,
  url: server.server_url,
  authorization: server.authorization ?? '',
  headers: { ...server.headers },
});

export const listMessage = (requestId: string, server: McpTool): v1.ToolsInput.$Properties => ({
  list: { requestId, server: serverMessage(server) },
});

export const cancelMessage = (requestId: string): v1.ToolsInput.$Properties => ({ cancel: { requestId } });

export function callMessage(call: Extract<Effect, { type: 'call_tool' }>): v1.ToolsInput.$Properties {
  const { itemId: requestId, tool, argumentsJson, language } = call;
  if (tool.kind === 'mcp') {
    const mcp = { server: serverMessage(tool.server), name: tool.name };
    return { call: { requestId, argumentsJson, mcp } };
  }
  const { engine, max_results: maxResults } = tool.settings;
  return { call: { requestId, argumentsJson, webSearch: { engine: engine ?? '', maxResults, language } } };
}

export const toListed = (tools: v1.McpTool.$Properties[] | null | undefined): McpListedTool[] =>
  (tools ?? []).map(({ name, description, inputSchemaJson, annotationsJson }) => ({
    name: name ?? '',
    description: description ?? '',
    input_schema: object(inputSchemaJson) ?? { type: 'object', properties: {} },
    annotations: object(annotationsJson) ?? null,
  }));

export function toResult({ output, failure, sources }: v1.ToolResult.$Properties): CallResult {
  if (failure != null) return { error: toError(failure) };
  const found = (sources ?? []).map(({ title, url }) => ({ title: title ?? '', url: url ?? '' }));
  return { output: output ?? '', sources: found };
}

function toError({ kind, code, message }: v1.ToolFailure.$Properties): McpCallError {
  const text = message ?? '';
  if (kind === 'tool_execution_error') return { type: 'tool_execution_error', message: text };
  const type = kind === 'http_error' ? 'http_error' : 'protocol_error';
  return { type, code: code ?? 0, message: text };
}

function object(json: string | null | undefined): Record<string, unknown> | undefined {
  if (json == null || json === '') return undefined;
  const parsed: unknown = JSON.parse(json);
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : undefined;
}
