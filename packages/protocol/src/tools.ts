import { z } from 'zod';
import { mcpToolObject, mcpToolSchema, type McpTool } from './mcp-tool';
import { isShallow } from './nesting';
import { webSearchToolObject, webSearchToolSchema, type WebSearchTool } from './web-search-tool';

export const functionName = z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/, {
  error: "Expected a string that matches '^[a-zA-Z0-9_-]{1,64}$'.",
});

/** What llm-router takes of one function. */
const maxDescriptionChars = 16_384;
const maxSchemaChars = 262_144;

const jsonSchemaObject = z
  .record(z.string(), z.unknown())
  .refine(isShallow, { error: 'Expected at most 64 levels of nesting.', abort: true })
  .refine((schema) => JSON.stringify(schema).length <= maxSchemaChars, {
    error: `Expected a schema of at most ${maxSchemaChars} characters.`,
  });

export const functionToolSchema = z
  .strictObject({
    type: z.literal('function'),
    name: functionName,
    description: z.string().max(maxDescriptionChars).nullish(),
    parameters: jsonSchemaObject.nullish(),
    strict: z.boolean().nullish(),
  })
  .transform((tool): FunctionTool => ({
    type: 'function',
    name: tool.name,
    ...(tool.description == null ? {} : { description: tool.description }),
    ...(tool.parameters == null ? {} : { parameters: tool.parameters }),
    ...(tool.strict == null ? {} : { strict: tool.strict }),
  }));

export const functionToolObject = z.object({
  type: z.literal('function'),
  name: z.string(),
  description: z.string().exactOptional(),
  /** A JSON Schema. */
  parameters: z.record(z.string(), z.unknown()).exactOptional(),
  /** Only once the client has set it: arguments are held to the schema. */
  strict: z.boolean().exactOptional(),
});
export type FunctionTool = z.output<typeof functionToolObject>;

/** Headers, tokens and lists of names with all: each request to a server carries what is said of it. */
const maxServerChars = 512 * 1024;

const serverChars = (tools: readonly Tool[]): number =>
  tools.reduce((sum, tool) => sum + (tool.type === 'mcp' ? JSON.stringify(tool).length : 0), 0);

export const toolsSchema = z
  .array(z.discriminatedUnion('type', [functionToolSchema, mcpToolSchema, webSearchToolSchema]))
  .max(128)
  .refine((tools) => serverChars(tools) <= maxServerChars, {
    error: `Expected MCP servers of at most ${maxServerChars} characters together.`,
  });

export const toolObject = z.discriminatedUnion('type', [
  functionToolObject,
  mcpToolObject,
  webSearchToolObject,
]);
export type Tool = FunctionTool | McpTool | WebSearchTool;
