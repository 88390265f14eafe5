import { z } from 'zod';
import { invalidValue, type ProtocolError } from './errors';
import { serverLabel } from './mcp-tool';
import { functionName, type Tool } from './tools';
import { webSearchName } from './web-search-tool';

export const toolChoiceObject = z.union([
  z.enum(['auto', 'none', 'required']),
  z.object({ type: z.literal('function'), name: z.string() }),
  z.object({ type: z.literal('mcp'), server_label: z.string(), name: z.string().exactOptional() }),
]);
export type ToolChoice = z.output<typeof toolChoiceObject>;

const forced = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('function'), name: functionName }),
  z.strictObject({
    type: z.literal('mcp'),
    server_label: serverLabel,
    name: z.string().min(1).max(256).nullish(),
  }),
]);

/** A bare string that is none of the three words is a function's name, as LiveKit sends it. */
export const toolChoiceSchema = z.union([functionName, forced]).transform((choice): ToolChoice => {
  if (typeof choice !== 'string') {
    if (choice.type === 'function') return choice;
    const { name, ...server } = choice;
    return name == null ? server : { ...server, name };
  }
  if (choice === 'auto' || choice === 'none' || choice === 'required') return choice;
  return { type: 'function', name: choice };
});

/** What is forced must be one of the tools; which tools an MCP server has is known later. */
export function toolChoiceError(
  tools: readonly Tool[],
  choice: ToolChoice | undefined,
  param: string,
): ProtocolError | undefined {
  if (typeof choice !== 'object') return undefined;
  if (choice.type === 'function') {
    if (tools.some((tool) => nameOf(tool) === choice.name)) return undefined;
    return invalidValue(param, `Tool choice '${choice.name}' not found in 'tools'.`);
  }
  const label = choice.server_label;
  if (tools.some((tool) => tool.type === 'mcp' && tool.server_label === label)) return undefined;
  return invalidValue(param, `Tool choice '${label}' is the label of no MCP server in 'tools'.`);
}

/** A response that was asked for with a call has to have something to call. */
export const requiredOfNothing = (
  tools: readonly Tool[],
  choice: ToolChoice | undefined,
  param: string,
): ProtocolError | undefined =>
  choice === 'required' && tools.length === 0
    ? invalidValue(param, "'tool_choice' is only allowed to be 'required' when 'tools' are specified.")
    : undefined;

/** Two tools that the model, or the client, could not tell apart. `param`: of the list. */
export function toolsError(tools: readonly Tool[], param: string): ProtocolError | undefined {
  const seen = new Set<string>();
  for (const [index, tool] of tools.entries()) {
    const key = tool.type === 'mcp' ? `mcp:${tool.server_label}` : nameOf(tool);
    if (!seen.has(key)) {
      seen.add(key);
      continue;
    }
    if (tool.type === 'mcp') {
      const message = `Labels of MCP servers must be unique: '${tool.server_label}' is there twice.`;
      return invalidValue(`${param}[${index}].server_label`, message);
    }
    const where = tool.type === 'function' ? 'name' : 'type';
    return invalidValue(`${param}[${index}].${where}`, `Tool names must be unique: '${key}' is there twice.`);
  }
  return undefined;
}

const nameOf = (tool: Tool): string =>
  tool.type === 'function' ? tool.name : tool.type === 'web_search' ? webSearchName : '';
