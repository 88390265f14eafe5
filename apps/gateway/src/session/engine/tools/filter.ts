import type { McpListedTool, McpTool, McpToolFilter } from '@parley/protocol';

/** The tools of a server that the model may see. */
export const allowed = (server: McpTool, tools: readonly McpListedTool[]): McpListedTool[] => {
  const { allowed_tools: filter } = server;
  if (filter === undefined) return [...tools];
  if (Array.isArray(filter)) return tools.filter(({ name }) => filter.includes(name));
  return tools.filter((tool) => matches(tool, filter));
};

/** Whether the client said which tools it wants, by name, and all of them are there. */
export function hasAllNamed({ allowed_tools: filter }: McpTool, tools: readonly McpListedTool[]): boolean {
  const names = Array.isArray(filter) ? filter : filter?.tool_names;
  return names?.every((wanted) => tools.some(({ name }) => name === wanted)) === true;
}

/** Whether the client is asked before a tool runs: unless it said otherwise, always. */
export function needsApproval({ require_approval: rule }: McpTool, tool: McpListedTool): boolean {
  if (rule === undefined || typeof rule === 'string') return rule !== 'never';
  if (rule.always !== undefined && matches(tool, rule.always)) return true;
  if (rule.never !== undefined) return !matches(tool, rule.never);
  return rule.always === undefined;
}

/** A filter that says nothing means no tool. */
function matches({ name, annotations }: McpListedTool, filter: McpToolFilter): boolean {
  const { tool_names: names, read_only: readOnly } = filter;
  if (names === undefined && readOnly === undefined) return false;
  if (names !== undefined && !names.includes(name)) return false;
  return readOnly === undefined || readOnly === (annotations?.['readOnlyHint'] === true);
}
